"""What a figure said before: kept when it changes, so that prose with the old number can be found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from home.models.figures import Figure


class EarlierFigure(models.Model):
    """A number that a Dutch figure showed until a day."""

    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="earlier")
    display = models.CharField(_("number as shown"), max_length=60)
    as_of = models.DateField(_("as of"), null=True)
    until = models.DateField(_("shown until"))

    wagtail_reference_index_ignore = True
    """Nobody uses a figure because it said something else before."""

    class Meta:
        ordering = ["-until", "-pk"]
        verbose_name = _("earlier number")
        verbose_name_plural = _("earlier numbers")

    def __str__(self) -> str:
        return self.display
