"""When the work of the night was last done, so that it is done once, whichever worker runs and however often."""

from django.db import models


class NightlyTask(models.Model):
    """A task of the night and the last night it was done."""

    name = models.CharField(max_length=40, unique=True)
    done_for = models.DateField()

    def __str__(self) -> str:
        return self.name
