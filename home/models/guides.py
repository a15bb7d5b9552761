"""The guide: a task in steps, with what you need to print or copy."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.rich_text import get_text_for_indexing

from home.blocks import GuideExtraBlock, StepsBlock
from home.guide_progress import TICKED, steps_of
from portal.core.freshness import CheckEvery
from portal.core.models.pages import PortalPage
from portal.core.seo.json_ld import Data, thing
from search.documents import SearchDocument, page_document, stream_text

AGENDA = "agenda"
"""The word in the address that asks for the agenda alone."""


class Audience(models.TextChoices):
    """For whom a text is meant."""

    TRAINEE = "collega-in-opleiding", _("colleague in training")
    NEW_LOCATION = "nieuwe-locatie", _("new location")
    EDUCATOR = "opleider", _("educator or mentor")
    EDITOR = "redacteur", _("editor")
    COUNCILS = "sectorraden-ocw", _("sector councils and ministry")
    PARTNERSHIPS = "partnerschappen", _("other training partnerships")


class GuidePage(PortalPage):
    """A guide in steps. The portal keeps nothing of what a reader prepares with it."""

    parent_page_types = [
        "home.StandardPage",
        "locations.OnboardingIndexPage",
        "locations.LocationPage",
        "locations.PartnerPage",
    ]
    subpage_types: list[str] = []

    audience = models.CharField(_("for whom"), max_length=30, choices=Audience.choices)
    privacy_note = models.TextField(
        _("what happens to what you write down"),
        blank=True,
        max_length=300,
        help_text=_("Tell the reader that the portal keeps nothing about persons."),
    )
    steps = StreamField(StepsBlock(), verbose_name=_("steps"), blank=True)
    extras = StreamField(GuideExtraBlock(), verbose_name=_("to print or copy"), blank=True)
    quote = models.TextField(_("quotation from the source"), blank=True, max_length=400)

    is_creatable = True
    check_every = CheckEvery(6, _("Somebody does what it says, step by step."))
    content_panels = [
        *PortalPage.intro_panels,
        FieldPanel("audience"),
        FieldPanel("steps"),
        FieldPanel("extras"),
        MultiFieldPanel([FieldPanel("privacy_note"), FieldPanel("quote")], heading=_("Honesty")),
    ]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the steps, how many of them the address says are done, and whether only the agenda is asked for."""
        steps = steps_of(self.steps, request)
        return {
            **super().get_context(request, *args, **kwargs),
            "steps": steps,
            "done": sum(step.is_done for step in steps),
            "is_personal": TICKED in request.GET,
        }

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Show the agenda alone where it is asked for, to print; a guide without one stays the guide."""
        has_agenda = any(extra.block_type == "agenda" for extra in self.extras)
        alone = has_agenda and AGENDA in request.GET
        return "home/guide_agenda.html" if alone else str(super().get_template(request))

    def json_ld(self, site_url: str) -> Data:
        """Return the guide as steps, for search engines."""
        steps = [
            thing("HowToStep", name=block.value["title"], text=get_text_for_indexing(str(block.value["text"].source)))
            for block in self.steps
        ]
        url = f"{site_url}{self.get_url()}"
        return thing(
            "HowTo",
            name=self.title,
            url=url,
            description=self.summary,
            inLanguage=self.locale.language_code,
            step=steps,
        )

    def search_document(self) -> SearchDocument:
        """Return the guide as a document: the names of its steps count as headings."""
        return page_document(
            self,
            "handreiking",
            headings=tuple(block.value["title"] for block in self.steps),
            body=f"{stream_text(self.steps)} {stream_text(self.extras)} {self.privacy_note}".strip(),
        )
