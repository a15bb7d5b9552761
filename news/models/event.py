"""Events: school safaris, symposia and whatever else has a date."""

from datetime import datetime, time, timedelta
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import PageManager

from news.calendar_file import event_entry, file_name
from news.models.rows import EventLocation
from news.querysets import EventQuerySet
from portal.core.blocks import StoryBlock
from portal.core.calendar_file import calendar_response
from portal.core.freshness import CheckEvery
from portal.core.models.pages import PortalPage
from portal.core.models.related import targets_of
from portal.core.seo.json_ld import Data, event
from search.documents import SearchDocument, page_document, stream_text

LONGEST = 100
"""Days of which search knows that an event is held on them; what lasts longer is no event to look up by a day."""


class EventPage(RoutablePageMixin, PortalPage):
    """Something that happens on a day, at one or more locations."""

    parent_page_types = ["home.StandardPage", "locations.LocationPage", "locations.PartnerPage"]
    subpage_types: list[str] = []

    starts = models.DateTimeField(_("starts"))
    ends = models.DateTimeField(_("ends"))
    capacity = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True, help_text=_("Only when it is not at a location."))
    is_cancelled = models.BooleanField(_("cancelled"), default=False, help_text=_("Calendars that hold it hear of it."))
    reason = models.CharField(_("why it is cancelled"), max_length=160, blank=True)
    opens_doors = models.BooleanField(
        _("a visiting day"),
        default=False,
        db_default=False,
        help_text=_("Whoever wants to look around at these locations can come."),
    )
    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    objects: ClassVar[Any] = PageManager.from_queryset(EventQuerySet)()
    shared_fields = (*PortalPage.shared_fields, "starts", "ends", "capacity", "places", "is_cancelled", "opens_doors")

    is_creatable = True
    check_every = CheckEvery(None, _("An event is over before it gets old."))
    content_panels = [
        *PortalPage.intro_panels,
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        FieldRowPanel([FieldPanel("place"), FieldPanel("capacity")]),
        EventLocation.panel(_("Locations")),
        FieldPanel("opens_doors"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("is_cancelled"), FieldPanel("reason")], heading=_("It is off")),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def wrong(self) -> dict[str, Any]:
        """Return what is wrong with the facts, by field; only the Dutch event owns them."""
        if self.owns_facts and self.starts and self.ends and self.ends <= self.starts:
            return {"ends": _("An event ends after it starts.")}
        if self.owns_facts and self.is_cancelled and not self.reason.strip():
            return {"reason": _("Say why it is cancelled: people read it on the page and in their calendar.")}
        return {}

    @property
    def shown_reason(self) -> str:
        """Why it is cancelled: in the page's language, else as the Dutch page says; empty when it goes on."""
        return str(self.reason or self.facts.reason) if self.facts.is_cancelled else ""

    @property
    def is_over(self) -> bool:
        """Whether the event has ended."""
        return bool(self.facts.ends <= timezone.now())

    @property
    def list_order(self) -> tuple[bool, float]:
        """Place in a list: what is to come first, the next one in front; then what is over, the latest in front."""
        moment = self.facts.starts.timestamp()
        return self.is_over, -moment if self.is_over else moment

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the locations as `places`."""
        return {**super().get_context(request, *args, **kwargs), "places": self.shown_places}

    @cached_property
    def shown_places(self) -> list[Any]:
        """Return the public locations in the page's language, once per page."""
        (places,) = targets_of(self, EventLocation)
        return places

    def place_names(self) -> list[str]:
        """Return where the event is: a place of its own, and the names of its locations."""
        return [name for name in [self.place, *(str(page) for page in self.shown_places)] if name]

    @path("ics/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the event as a file for somebody's own calendar."""
        entry = event_entry(self, self.get_full_url(request) or "")
        return calendar_response([entry], self.title, file_name(self.title))

    def json_ld(self, site_url: str) -> Data:
        """Return the event for search engines, with its locations."""
        facts, url = self.facts, f"{site_url}{self.get_url()}"
        place = ", ".join(self.place_names())
        starts, ends = timezone.localtime(facts.starts), timezone.localtime(facts.ends)
        return event(self.title, url, starts, ends, place, self.summary, facts.is_cancelled)

    @property
    def days(self) -> tuple[datetime, ...]:
        """When it is held: its start and, on each further day, the same hour, or midnight where it ends before that."""
        starts, ends = timezone.localtime(self.facts.starts), timezone.localtime(self.facts.ends)
        later = [starts.date() + timedelta(days=day) for day in range(1, LONGEST)]
        midnights = (timezone.make_aware(datetime.combine(day, time())) for day in later)
        moments = [(begins, begins.replace(hour=starts.hour, minute=starts.minute)) for begins in midnights]
        return starts, *(hour if hour < ends else begins for begins, hour in moments if begins < ends)

    def search_document(self) -> SearchDocument:
        """Return the event as a document, found by its place."""
        places = self.shown_places
        return page_document(
            self,
            "evenement",
            body=stream_text(self.body),
            related=tuple(str(item) for item in [self.place, *places] if item),
            locations=tuple(page.content_key for page in places),
            moments=() if self.facts.is_cancelled else self.days,
        )
