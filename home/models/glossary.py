"""The words of the house: snippet, and the page that explains them each at an address of its own."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin
from wagtail.search import index

from portal.blocks import StoryBlock
from portal.models import PortalPage
from search.documents import SearchDocument, page_document, stream_text


class GlossaryTerm(index.Indexed, TranslatableMixin, models.Model):
    """A word of the house and what it means. The core team owns the list."""

    slug = models.SlugField(_("short name in addresses"), max_length=80)
    term = models.CharField(_("word"), max_length=100)
    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)
    definition = models.TextField(_("meaning"), max_length=800)
    inflections = ArrayField(
        models.CharField(max_length=80),
        verbose_name=_("other forms"),
        default=list,
        blank=True,
        help_text=_("Forms in which the word occurs, separated by commas."),
    )
    see = models.CharField(
        _("see also"), max_length=300, blank=True, help_text=_("Short names of related words, separated by commas.")
    )
    quote = models.TextField(_("quotation from the source"), blank=True, max_length=400)
    source_lines = models.CharField(_("lines in the source"), max_length=40, blank=True)

    panels = [
        FieldPanel("term"),
        FieldPanel("abbreviation"),
        FieldPanel("definition"),
        FieldPanel("inflections"),
        FieldPanel("see"),
        FieldPanel("quote"),
        FieldPanel("source_lines"),
        FieldPanel("slug"),
    ]
    search_fields = [index.SearchField("term"), index.AutocompleteField("term"), index.FilterField("locale_id")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["term"]
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="one_term_per_slug_and_language")]

    def __str__(self) -> str:
        return self.term

    @property
    def see_slugs(self) -> list[str]:
        """Short names of the related words."""
        return [slug.strip() for slug in self.see.split(",") if slug.strip()]

    def get_url(self) -> str:
        """The term's address below the live glossary page of its language; empty without such a page."""
        page = GlossaryPage.objects.live().filter(locale=self.locale_id).first()
        return f"{page.get_url()}{self.slug}/" if page else ""

    def search_document(self) -> SearchDocument | None:
        """The term as a document; none while no glossary page is live."""
        url = self.get_url()
        if not url:
            return None
        return SearchDocument(
            object_type=self._meta.label_lower,
            object_id=self.pk,
            kind="begrip",
            key=self.slug,
            language=self.locale.language_code,
            title=self.term,
            url=url,
            summary=self.definition,
            related=tuple([self.abbreviation, *self.inflections]),
        )


class GlossaryPage(RoutablePageMixin, PortalPage):
    """All words of the house, and each word at its own address."""

    parent_page_types = ["home.StandardPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    is_creatable = True
    content_panels = [*PortalPage.intro_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("glossary")

    def search_document(self) -> SearchDocument:
        """The glossary itself as a document; each term has one of its own."""
        return page_document(self, "pagina", body=stream_text(self.body))

    def terms(self) -> "models.QuerySet[GlossaryTerm]":
        """Return the words in the page's language, in order."""
        return GlossaryTerm.objects.filter(locale=self.locale_id)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the words."""
        return {**super().get_context(request, *args, **kwargs), "terms": self.terms()}

    @path("<slug:slug>/", name="term")
    def term(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One word; 404 for a word the house does not have."""
        term = self.terms().filter(slug=slug).first()
        if term is None:
            raise Http404
        related = self.terms().filter(slug__in=term.see_slugs)
        return self.render(
            request, context_overrides={"term": term, "related": related}, template="home/glossary_term.html"
        )
