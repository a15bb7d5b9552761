"""Learning outcomes of an institute, in its own space: the institute decides what counts."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, TitleFieldPanel
from wagtail.models import PageManager

from curriculum.mapping.context import outcome_context
from curriculum.mapping.proposal_panels import ProposedToUs
from curriculum.mapping.querysets import OutcomeQuerySet
from curriculum.mapping.rows import OutcomeGroup, OutcomeLab, OutcomeTheme
from curriculum.request_context import curriculum_context
from portal.core.models.pages import PortalPage
from portal.core.models.related import targets_of
from portal.core.reading import row_pairs
from search.documents import SearchDocument, page_document


class OutcomePage(PortalPage):
    """A learning outcome: what one shows, how, for which themes and groups, and which labs count.

    The link between lab and outcome is stored here and nowhere else.
    """

    parent_page_types = ["locations.PartnerPage"]
    subpage_types: list[str] = []

    code = models.CharField(_("code"), max_length=20, help_text=_("The institute's own code, for example HU-P1."))
    verwerking = models.TextField(
        _("how you show it"),
        max_length=600,
        blank=True,
        help_text=_("What somebody makes or does to show the outcome."),
    )

    objects: ClassVar[Any] = PageManager.from_queryset(OutcomeQuerySet)()
    short_address = ("curriculum.CurriculumIndexPage", "outcome_{language}")
    shared_fields = (*PortalPage.shared_fields, "code", "groups", "labs")

    is_creatable = True
    content_panels = [
        TitleFieldPanel("title", heading=_("Learning outcome")),
        FieldPanel("code"),
        FieldPanel("summary"),
        FieldPanel("verwerking"),
        InlinePanel("themes", heading=_("Themes"), label=_("theme")),
        OutcomeGroup.panel(_("Training groups")),
        OutcomeLab.panel(_("Labs that count")),
        ProposedToUs(),
    ]

    class Meta:
        verbose_name = _("learning outcome")
        verbose_name_plural = _("learning outcomes")

    def wrong(self) -> dict[str, Any]:
        """Refuse a code that the institute already uses."""
        same = OutcomePage.objects.originals().filter(code__iexact=self.code, partner_id=self.partner_id)
        if self.code and self.owns_facts and same.exclude(translation_key=self.translation_key).exists():
            return {"code": _("This code is already in use.")}
        return {}

    def theme_pairs(self) -> list[tuple[Any, Any]]:
        """Return the theme rows as pairs of facts (the theme) and text (how you show it there)."""
        return row_pairs(self, "themes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the labs that count, and what other institutes ask about the same themes."""
        context = outcome_context(self, curriculum_context(request), getattr(request, "is_preview", False))
        return {**super().get_context(request, *args, **kwargs), **context}

    def search_document(self) -> SearchDocument:
        """Return the outcome as a document, found by its code, themes, groups and labs."""
        themes, groups, labs = targets_of(self, OutcomeTheme, OutcomeGroup, OutcomeLab)
        ways = [text.verwerking for _facts, text in self.theme_pairs()]
        return page_document(
            self,
            "leerresultaat",
            headings=(self.facts.code,),
            body=" ".join([self.verwerking, *ways]).strip(),
            related=tuple(str(item) for item in [*themes, *groups, *labs]),
            themes=tuple(page.content_key for page in themes),
            groups=tuple(group.slug for group in groups),
        )
