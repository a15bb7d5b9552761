"""A day at a location: the moments of it, in order of time, some of which lead to a page."""

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from curriculum.named import Named, locales_of
from portal.core.models.facts import Shared, TranslatedRow
from portal.core.models.pages import PortalPage
from portal.core.reading import row_pairs

if TYPE_CHECKING:
    from locations.models.location import LocationPage

EARLIEST, LATEST = time(6), time(22)
"""Between these a day at a school lies; it keeps a slip of the keyboard out of the drawing."""


class DayStop(TranslatedRow):
    """What somebody does at a moment of a day: its words are translated, the time and where it leads are facts."""

    page = ParentalKey("locations.LocationPage", related_name="day", on_delete=models.CASCADE)
    starts = models.TimeField(_("time"))
    title = models.CharField(_("what you do"), max_length=80)
    text = models.CharField(_("in a sentence"), max_length=200, blank=True)
    leads_to = models.ForeignKey(
        "portal.PortalPage",
        verbose_name=_("read on at"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A lab, a story, a learning outcome or a week of the rhythm in which one sees this moment."),
    )
    is_example = models.BooleanField(_("example"), default=False)

    override_translatable_fields = [Shared("starts"), Shared("leads_to"), Shared("is_example")]
    panels = [
        FieldPanel("starts"),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("leads_to"),
        FieldPanel("is_example"),
    ]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("moment of a day")

    def __str__(self) -> str:
        return self.title

    def wrong(self) -> dict[str, Any]:
        """Refuse a time at which no school is open."""
        if self.starts and not EARLIEST <= self.starts <= LATEST:
            return {"starts": _("Choose a time between 6.00 and 22.00.")}
        return {}


@dataclass(frozen=True, slots=True)
class Stop:
    """A moment of the day as a visitor reads it."""

    facts: DayStop
    text: DayStop
    page: Any
    """Where it leads, in the reader's language; None when it leads nowhere, or to what a visitor cannot read."""


def in_order(pairs: list[tuple[DayStop, DayStop]]) -> list[tuple[DayStop, DayStop]]:
    """Return pairs of facts and text in order of time."""
    return sorted(pairs, key=lambda pair: pair[0].starts)


def day_of(location: "LocationPage") -> list[Stop]:
    """Return the moments of a day in order of time; one query for all pages they lead to."""
    pairs = in_order(row_pairs(location, "day"))
    keys = {facts.leads_to_id for facts, _text in pairs if facts.leads_to_id}
    pages = _readable(keys, location.locale.language_code) if keys else {}
    return [Stop(facts, text, pages.get(facts.leads_to_id)) for facts, text in pairs]


def _readable(keys: set[int], language: str) -> dict[int, Any]:
    """Return Dutch pages by their own key, in a language where they are translated; without those nobody can read."""
    asked = PortalPage.objects.filter(pk__in=keys).values("translation_key")
    versions = PortalPage.objects.live().public().filter(translation_key__in=asked, locale__in=locales_of(language))
    found = list(versions.filter(alias_of=None).select_related("locale"))
    named = Named(found, language)
    return {page.pk: named.one(page.translation_key) for page in found if page.pk in keys}
