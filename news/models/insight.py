"""Insights of the partnership: opportunities, challenges with what helped, and advice per audience."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField

from news.linked_data import page_article
from news.models.rows import InsightRelated, InsightTheme
from news.models.story import StoryPage
from portal.core.blocks import StoryBlock
from portal.core.freshness import CheckEvery
from portal.core.models.pages import PortalPage
from portal.core.models.related import targets_of
from portal.core.reading import for_reader
from portal.core.seo.json_ld import Data
from search.documents import SearchDocument, page_document, stream_text


class InsightPage(PortalPage):
    """An opportunity, a challenge or an advice, with its source."""

    class Kind(models.TextChoices):
        """What sort of insight."""

        OPPORTUNITY = "kans", _("opportunity")
        CHALLENGE = "uitdaging", _("challenge")
        ADVICE = "advies", _("advice")

    class Audience(models.TextChoices):
        """For whom an advice is meant."""

        COUNCILS = "sectorraden-ocw", _("sector councils and ministry")
        PARTNERSHIPS = "partnerschappen", _("other training partnerships")

    parent_page_types = ["home.StandardPage"]
    subpage_types: list[str] = []

    kind = models.CharField(_("kind of insight"), max_length=12, choices=Kind.choices)
    audience = models.CharField(_("advice for"), max_length=20, choices=Audience.choices, blank=True)
    what_helped = models.TextField(_("what helped"), max_length=600, blank=True)
    quote = models.TextField(_("quotation from the source"), max_length=400, blank=True)
    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    shared_fields = (*PortalPage.shared_fields, "kind", "audience", "themes", "related")

    is_creatable = True
    check_every = CheckEvery(12, _("Research and advice last, the practice around them moves on."))
    content_panels = [
        *PortalPage.intro_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("audience")]),
        FieldPanel("body"),
        FieldPanel("what_helped"),
        FieldPanel("quote"),
        InsightTheme.panel(_("Themes")),
        InsightRelated.panel(_("Related insights")),
    ]

    class Meta:
        verbose_name = _("insight")
        verbose_name_plural = _("insights")

    def wrong(self) -> dict[str, Any]:
        """Return what is wrong with the facts, by field; only the Dutch insight owns them."""
        is_advice = self.kind == self.Kind.ADVICE
        if self.owns_facts and self.kind and is_advice != bool(self.audience):
            return {"audience": _("Say for whom an advice is, and only for an advice.")}
        return {}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the `themes`, the `related` insights and the `stories` that show this."""
        themes, related = targets_of(self, InsightTheme, InsightRelated)
        stories = for_reader(StoryPage.objects.showing(self).newest_first(), self.locale)
        about = {"themes": themes, "related": related, "stories": stories}
        return {**super().get_context(request, *args, **kwargs), **about}

    @property
    def labels(self) -> tuple[str, ...]:
        """What sort of insight it is and, of an advice, for whom; both are facts of the Dutch page."""
        of = (self.facts.get_kind_display(), self.facts.get_audience_display())
        return tuple(str(label) for label in of if label)

    @property
    def group(self) -> str:
        """Name of the group in which a list shows the insight: opportunities, challenges, advice per audience."""
        if self.kind == self.Kind.ADVICE and self.audience:
            return str(ADVICE_GROUPS[self.Audience(self.audience)])
        return str(GROUPS[self.Kind(self.kind)])

    @property
    def group_order(self) -> tuple[int, str]:
        """Place of that group in a list."""
        return self.Kind.values.index(self.kind), self.audience

    def json_ld(self, site_url: str) -> Data:
        """Return the insight as an article for search engines."""
        return page_article(self, site_url)

    def search_document(self) -> SearchDocument:
        """Return the insight as a document."""
        (themes,) = targets_of(self, InsightTheme)
        return page_document(
            self,
            "inzicht",
            body=" ".join(text for text in [stream_text(self.body), self.what_helped, self.quote] if text),
            related=(*self.labels, *(str(page) for page in themes)),
            themes=tuple(page.content_key for page in themes),
        )


GROUPS = {
    InsightPage.Kind.OPPORTUNITY: _("Opportunities"),
    InsightPage.Kind.CHALLENGE: _("Challenges"),
    InsightPage.Kind.ADVICE: _("Advice"),
}
ADVICE_GROUPS = {
    InsightPage.Audience.COUNCILS: _("Advice for sector councils and the ministry"),
    InsightPage.Audience.PARTNERSHIPS: _("Advice for other training partnerships"),
}
"""Names of the groups in a list of insights."""
