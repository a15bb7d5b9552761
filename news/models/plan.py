"""Plans: what the house wishes, explores, has decided or started."""

from datetime import date
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField

from news.models.rows import PlanLocation, PlanPartner, PlanTheme
from portal.core.blocks import StoryBlock
from portal.core.freshness import CheckEvery
from portal.core.models.pages import PortalPage
from portal.core.models.related import targets_of
from portal.core.reading import for_reader
from search.documents import SearchDocument, page_document, stream_text


class PlanPage(PortalPage):
    """A plan with its status and the day on which somebody looks whether it is still right."""

    class Status(models.TextChoices):
        """How far a plan is."""

        WISH = "wens", _("wish")
        EXPLORED = "verkenning", _("being explored")
        DECIDED = "besloten", _("decided")
        STARTED = "gestart", _("started")

    parent_page_types = ["home.StandardPage"]
    subpage_types: list[str] = []

    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.WISH)
    horizon = models.CharField(_("when"), max_length=80, blank=True)
    review_on = models.DateField(_("look again on"), null=True, blank=True)
    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    shared_fields = (*PortalPage.shared_fields, "status", "review_on", "partner_rows", "places", "themes")

    is_creatable = True
    check_every = CheckEvery(
        3, _("A plan moves on: it is looked at on the day that it names itself, else each quarter.")
    )
    check_day = "review_on"
    content_panels = [
        *PortalPage.intro_panels,
        FieldRowPanel([FieldPanel("status"), FieldPanel("horizon"), FieldPanel("review_on")]),
        FieldPanel("body"),
        PlanPartner.panel(_("Partners")),
        PlanLocation.panel(_("Locations")),
        PlanTheme.panel(_("Themes")),
    ]

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the plan is about: the spaces of its `partners`, its `places` and its `themes`."""
        partners, places, themes = targets_of(self, PlanPartner, PlanLocation, PlanTheme)
        spaces = PortalPage.objects.filter(is_space=True, partner__in=partners).order_by("path")
        about = {"partners": for_reader(spaces, self.locale), "places": places, "themes": themes}
        return {**super().get_context(request, *args, **kwargs), **about}

    @property
    def group_order(self) -> int:
        """Place of the status in a list: what has started first, wishes last."""
        return -self.Status.values.index(self.status)

    @property
    def looks_again_on(self) -> date | None:
        """The day on which somebody looks again; none once the plan was checked on or after it."""
        day, checked = self.facts.review_on, self.facts.checked_on
        return None if checked and day and checked >= day else day

    @property
    def is_due(self) -> bool:
        """Whether the day on which somebody would look again has passed."""
        return bool(self.looks_again_on and self.looks_again_on < timezone.localdate())

    @property
    def listing_notes(self) -> list[str]:
        """Add that somebody would look at the plan again by now."""
        notes: list[str] = super().listing_notes
        return [*notes, gettext("Look again")] if self.is_due and self.live and self.owns_facts else notes

    def search_document(self) -> SearchDocument:
        """Return the plan as a document, found by its partners, locations and themes."""
        partners, places, themes = targets_of(self, PlanPartner, PlanLocation, PlanTheme)
        return page_document(
            self,
            "plan",
            body=f"{stream_text(self.body)} {self.horizon}".strip(),
            related=(str(self.Status(self.facts.status).label), *(str(item) for item in [*partners, *places, *themes])),
            partners=tuple(partner.slug for partner in partners),
            locations=tuple(page.content_key for page in places),
            themes=tuple(page.content_key for page in themes),
        )
