"""How long it takes to get to a location: minutes by train, bus or bicycle, with where the number comes from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

PLANNER = "https://9292.nl/"
"""Where a visitor plans a journey; only a link, nothing is fetched from there."""


class Journey(Orderable):
    """A way to a location that somebody looked up."""

    class By(models.TextChoices):
        """With what one travels."""

        TRAIN = "trein", _("by train")
        BUS = "bus", _("by bus")
        BOTH = "trein-en-bus", _("by train and bus")
        BICYCLE = "fiets", _("by bicycle")
        FOOT = "lopend", _("on foot")

    page = ParentalKey("locations.LocationPage", related_name="journeys", on_delete=models.CASCADE)
    origin = models.CharField(_("from"), max_length=80, help_text=_("A station or stop, as signs write it."))
    by = models.CharField(_("how"), max_length=15, choices=By.choices)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    source = models.CharField(_("source"), max_length=80, help_text=_("Where you looked it up."))
    checked_on = models.DateField(_("checked on"))
    is_example = models.BooleanField(_("example"), default=False)

    panels = [
        FieldRowPanel([FieldPanel("origin"), FieldPanel("by"), FieldPanel("minutes")]),
        FieldRowPanel([FieldPanel("source"), FieldPanel("checked_on")]),
        FieldPanel("is_example"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("journey")

    def __str__(self) -> str:
        return f"{self.origin}, {self.get_by_display()}"
