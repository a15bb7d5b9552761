"""Stories of people who learn across sectors, each in the space of the partner that tells it."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager

from news.forms import StoryPageForm
from news.linked_data import page_article
from news.models.rows import StoryInsight, StoryLab, StoryLocation, StoryTheme
from news.opened_from import opened_from
from news.querysets import StoryQuerySet
from news.related import stories_beside
from portal.core.blocks import StoryBlock
from portal.core.freshness import CheckEvery
from portal.core.models.pages import PortalPage
from portal.core.models.related import targets_of
from portal.core.models.vocabularies import Sector
from portal.core.seo.json_ld import Data
from search.documents import SearchDocument, page_document, stream_text

ABOUT = (StoryLocation, StoryLab, StoryTheme, StoryInsight)
"""What a story can be about."""


class StoryPage(PortalPage):
    """Somebody tells what they learned from somebody in another sector. Roles, never names."""

    class Basis(models.TextChoices):
        """Where the story comes from."""

        SOURCE = "bron", _("the core is in the source")
        EXAMPLE = "voorbeeld", _("invented as an example")
        TOLD = "verteld", _("told by the people themselves")

    class Consent(models.TextChoices):
        """Whether the people in the story agreed."""

        NOT_NEEDED = "niet-nodig", _("nobody can be recognised")
        GIVEN = "gegeven", _("everyone agreed")
        ASKED = "gevraagd", _("asked, not answered yet")

    parent_page_types = ["locations.LocationPage", "locations.PartnerPage"]
    subpage_types: list[str] = []

    sector_from = models.CharField(_("learns in or comes from"), max_length=3, choices=Sector.choices)
    sector_to = models.CharField(_("learns from or goes to"), max_length=3, choices=Sector.choices)
    people = models.CharField(
        _("who tells"),
        max_length=200,
        blank=True,
        help_text=_("Roles, not names: a colleague in training and a classroom assistant."),
    )
    basis = models.CharField(_("basis"), max_length=12, choices=Basis.choices, default=Basis.TOLD)
    consent = models.CharField(_("consent"), max_length=12, choices=Consent.choices, default=Consent.ASKED)
    body = StreamField(StoryBlock(), verbose_name=_("story"), blank=True)
    quote = models.TextField(_("quotation from the source"), max_length=400, blank=True)

    objects: ClassVar[Any] = PageManager.from_queryset(StoryQuerySet)()
    base_form_class = StoryPageForm
    short_address = ("news.StoryIndexPage", "short")
    shared_fields = (
        *PortalPage.shared_fields,
        "sector_from",
        "sector_to",
        "basis",
        "consent",
        "places",
        "labs",
        "themes",
        "insights",
    )

    is_creatable = True
    check_every = CheckEvery(24, _("A story is of its day, but the people and places in it move on."))
    content_panels = [
        *PortalPage.intro_panels,
        FieldRowPanel([FieldPanel("sector_from"), FieldPanel("sector_to")], heading=_("From sector to sector")),
        FieldPanel("people"),
        FieldPanel("body"),
        FieldPanel("quote"),
        MultiFieldPanel([FieldPanel("basis"), FieldPanel("consent")], heading=_("Honesty")),
        StoryLocation.panel(_("Locations")),
        StoryLab.panel(_("Labs")),
        StoryTheme.panel(_("Themes")),
        StoryInsight.panel(_("What it shows")),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def wrong(self) -> dict[str, Any]:
        """Return what is wrong with the facts, by field; only the Dutch story owns them."""
        errors: dict[str, Any] = {}
        if self.owns_facts and self.sector_from and self.sector_from == self.sector_to:
            errors["sector_to"] = _("A story crosses from one sector to another.")
        if self.owns_facts and self.live:
            errors |= self.consent_errors()
        return errors

    def consent_errors(self) -> dict[str, Any]:
        """Return what stands in the way of publishing: people who told the story and have not answered yet."""
        if self.basis == self.Basis.TOLD and self.consent == self.Consent.ASKED:
            return {"consent": _("A story is published when everyone who can be recognised agreed.")}
        return {}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the story is about, `places`, `labs`, `themes` and `insights`, and the `stories` that share most."""
        places, labs, themes, insights = targets_of(self, *ABOUT)
        about: dict[str, Any] = {"places": places, "labs": labs, "themes": themes, "insights": insights}
        shared = {"location": places, "lab": labs, "theme": themes, "insight": insights}
        stories = stories_beside(self, shared)
        about |= {"stories": stories, "opened_from": opened_from(self, request)}
        return {**super().get_context(request, *args, **kwargs), **about}

    def json_ld(self, site_url: str) -> Data:
        """Return the story as an article for search engines."""
        return page_article(self, site_url)

    def search_document(self) -> SearchDocument:
        """Return the story as a document, found by its locations, labs, themes and insights."""
        places, labs, themes, insights = targets_of(self, *ABOUT)
        facts = self.facts
        crossed = [facts.sector_from, facts.sector_to]
        return page_document(
            self,
            "verhaal",
            headings=(self.people,) if self.people else (),
            body=f"{stream_text(self.body)} {self.quote}".strip(),
            related=tuple(str(item) for item in [*places, *labs, *themes, *insights]),
            sectors=tuple(dict.fromkeys([*crossed, *self.sector_codes])),
            locations=tuple(page.content_key for page in places),
            themes=tuple(page.content_key for page in themes),
        )
