"""How often visitors searched for what, without a trace of who searched."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SearchCount(models.Model):
    """Searches for the same words on one day. No visitor, address, time or order is kept."""

    day = models.DateField(_("day"), default=timezone.localdate)
    language = models.CharField(_("language"), max_length=10)
    words = models.CharField(_("words"), max_length=200)
    searches = models.PositiveIntegerField(_("searches"), default=0)
    without_results = models.PositiveIntegerField(_("without results"), default=0)
    opened = models.PositiveIntegerField(_("ended in a click"), default=0, db_default=0)
    helpful = models.PositiveIntegerField(_("found what they looked for"), default=0, db_default=0)
    unhelpful = models.PositiveIntegerField(_("did not find it"), default=0, db_default=0)

    class Meta:
        verbose_name = _("searches of a day")
        verbose_name_plural = _("searches of a day")
        constraints = [models.UniqueConstraint(fields=["day", "language", "words"], name="one_count_per_day_and_words")]

    def __str__(self) -> str:
        return f"{self.words} ({self.day})"
