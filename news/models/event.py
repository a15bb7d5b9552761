"""Events: school safaris, symposia and whatever else has a date."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager

from news.querysets import EventQuerySet
from news.relations import related_pages
from portal.blocks import StoryBlock
from portal.models import PortalPage
from portal.panels import SharedInlinePanel
from search.documents import SearchDocument, page_document, stream_text


class EventPage(PortalPage):
    """Something that happens on a day, at one or more locations."""

    parent_page_types = ["home.StandardPage", "locations.LocationPage", "locations.PartnerPage"]
    subpage_types: list[str] = []

    starts = models.DateTimeField(_("starts"))
    ends = models.DateTimeField(_("ends"))
    capacity = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True, help_text=_("Only when it is not at a location."))
    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    objects: ClassVar[Any] = PageManager.from_queryset(EventQuerySet)()
    shared_fields = (*PortalPage.shared_fields, "starts", "ends", "capacity", "places")

    is_creatable = True
    content_panels = [
        *PortalPage.intro_panels,
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        FieldRowPanel([FieldPanel("place"), FieldPanel("capacity")]),
        SharedInlinePanel("places", heading=_("Locations"), label=_("location")),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self) -> None:
        """Refuse an event that ends before it starts."""
        super().clean()
        if self.owns_facts and self.starts and self.ends and self.ends <= self.starts:
            raise ValidationError({"ends": _("An event ends after it starts.")})

    def location_pages(self) -> list[Any]:
        """Return the locations in the page's language."""
        return related_pages(self, "places", "location")

    def search_document(self) -> SearchDocument:
        """The event as a document, found by its place."""
        places = self.location_pages()
        return page_document(
            self,
            "evenement",
            body=stream_text(self.body),
            related=tuple(str(item) for item in [self.place, *places] if item),
            locations=tuple(page.content_key for page in places),
        )


class EventLocation(Orderable):
    """A location where an event takes place."""

    page = ParentalKey(EventPage, related_name="places", on_delete=models.CASCADE)
    location = models.ForeignKey(
        "locations.LocationPage", verbose_name=_("location"), on_delete=models.CASCADE, related_name="event_rows"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("location of an event")

    def __str__(self) -> str:
        return str(self.location)
