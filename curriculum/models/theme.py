"""Themes: what labs and learning outcomes of different institutes have in common."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Locale

from curriculum.mapping.context import theme_context
from curriculum.mapping.kinds import ThemeKind
from curriculum.mapping.themes import themes_by_kind
from curriculum.request_context import curriculum_context
from portal.core.blocks import StoryBlock
from portal.core.content_cache import kept
from portal.core.models.pages import PortalPage
from portal.core.reading import for_reader
from search.documents import SearchDocument, page_document, stream_text


class ThemeIndexPage(PortalPage):
    """All themes."""

    max_count_per_parent = 1
    parent_page_types = ["curriculum.CurriculumIndexPage"]
    subpage_types = ["curriculum.ThemePage"]

    is_creatable = True
    schema_type = "CollectionPage"
    content_panels = PortalPage.intro_panels

    class Meta:
        verbose_name = _("list of themes")

    def search_document(self) -> SearchDocument:
        """Return the list itself as a document."""
        return page_document(self, "pagina")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the themes under their kind, each with its number of labs and outcomes."""
        kinds = themes_by_kind(theme_pages(self.locale), curriculum_context(request))
        return {**super().get_context(request, *args, **kwargs), "kinds": kinds}


class ThemePage(PortalPage):
    """A theme that institutes share: the same theme, a learning outcome of each."""

    parent_page_types = ["curriculum.ThemeIndexPage"]
    subpage_types: list[str] = []

    kind = models.CharField(_("kind of theme"), max_length=15, choices=ThemeKind.choices, default=ThemeKind.GENERIC)
    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    shared_fields = (*PortalPage.shared_fields, "kind")

    is_creatable = True
    content_panels = [*PortalPage.intro_panels, FieldPanel("kind"), FieldPanel("body")]

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    def search_document(self) -> SearchDocument:
        """Return the theme as a document."""
        return page_document(self, "thema", body=stream_text(self.body), themes=(self.content_key,))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what institutes ask about the theme, and the labs."""
        context = theme_context(self, curriculum_context(request), request.GET)
        return {**super().get_context(request, *args, **kwargs), **context}


@kept(size=4)
def theme_pages(locale: Locale) -> list[Any]:
    """Return the themes in the reader's language, in the order of the tree."""
    return for_reader(ThemePage.objects.order_by("path"), locale)
