"""The words of the house: snippet, and the page that explains them each at an address of its own."""

from typing import Any
from unicodedata import combining, normalize

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin
from wagtail.search import index

from curriculum.groups.names import variant_names
from portal.core.blocks import StoryBlock
from portal.core.explained import HouseTerm
from portal.core.models.facts import SharedFacts, readable
from portal.core.models.pages import PortalPage
from portal.core.models.phrases import Findable
from portal.core.peers import asked_together
from portal.core.reading import localized
from portal.core.seo.json_ld import Data, defined_term, thing
from portal.core.translations.snippets import SharedSnippetForm
from search.documents import SearchDocument, page_document, stream_text
from search.models import SynonymGroup


class GlossaryTerm(index.Indexed, Findable, SharedFacts, TranslatableMixin, models.Model):
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

    names_refused_words = models.BooleanField(
        _("explains words we do not use"),
        default=False,
        db_default=False,
        help_text=_("Tick when this entry names words that we do not use, to say why. Elsewhere they are refused."),
    )

    base_form_class = SharedSnippetForm
    shared_fields = ("slug", "inflections", "see", "quote", "source_lines", "names_refused_words")

    panels = [
        FieldPanel("term"),
        FieldPanel("abbreviation"),
        FieldPanel("definition"),
        FieldPanel("inflections"),
        *Findable.phrase_panels,
        FieldPanel("see"),
        FieldPanel("quote"),
        FieldPanel("source_lines"),
        FieldPanel("names_refused_words"),
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
    def heading(self) -> str:
        """What stands above the term: with the abbreviation where it has one."""
        return f"{self.term} ({self.abbreviation})" if self.abbreviation else self.term

    @property
    def sort_key(self) -> str:
        """The term as it is sorted: without accents and capitals."""
        return without_accents(self.term).casefold()

    @property
    def initial(self) -> str:
        """The letter of the alphabet under which the term stands; # for anything else."""
        letter = self.sort_key[:1].upper()
        return letter if letter.isalpha() else "#"

    @property
    def see_slugs(self) -> list[str]:
        """Short names of the related words."""
        return [slug.strip() for slug in self.see.split(",") if slug.strip()]

    def get_url(self) -> str:
        """Return the address below the live glossary page of the term's language; empty without such a page."""
        return _addresses(self)

    def search_document(self) -> SearchDocument | None:
        """Return the term as a document; none while no glossary page is live."""
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
            aliases=tuple(word for word in (self.abbreviation, *self.inflections) if word),
        )


@asked_together
def _addresses(terms: list[GlossaryTerm]) -> dict[int, str]:
    """Return the address of each term."""
    pages = GlossaryPage.objects.live().filter(locale__in={term.locale_id for term in terms})
    urls = {page.locale_id: page.get_url() for page in pages.order_by("-path")}  # the first of a language stays
    return {term.pk: f"{urls[term.locale_id]}{term.slug}/" if term.locale_id in urls else "" for term in terms}


def without_accents(text: str) -> str:
    """Return a text with plain letters: één becomes een."""
    return "".join(sign for sign in normalize("NFD", text) if not combining(sign))


class GlossaryPage(RoutablePageMixin, PortalPage):
    """All words of the house, and each word at its own address."""

    explains_words = False

    parent_page_types = ["home.StandardPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    is_creatable = True
    content_panels = [*PortalPage.intro_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("glossary")

    def search_document(self) -> SearchDocument:
        """Return the glossary itself as a document; each term has one of its own."""
        return page_document(self, "pagina", body=stream_text(self.body))

    shown_term: GlossaryTerm | None = None
    """The word this page is answering for; None for the whole list."""

    def json_ld(self, site_url: str) -> Data:
        """Return the word that is shown, or the list, for search engines."""
        url = f"{site_url}{self.get_url()}"
        if term := self.shown_term:
            return defined_term(term.heading, f"{url}{term.slug}/", term.definition)
        return thing("DefinedTermSet", name=self.title, url=url, description=self.summary)

    @classmethod
    def slugs_below(cls) -> dict[str, list[str]]:
        """Return the words that have an address, for the sitemap."""
        originals = GlossaryTerm.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
        return {"term": list(originals.order_by("slug").values_list("slug", flat=True))}

    def terms(self) -> list[GlossaryTerm]:
        """Return the words by alphabet in the page's language, Dutch where a word is not translated yet."""
        originals = GlossaryTerm.objects.filter(locale__language_code=settings.LANGUAGE_CODE).select_related("locale")
        return sorted(localized(originals, self.locale), key=lambda term: term.sort_key)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the words."""
        return {**super().get_context(request, *args, **kwargs), "terms": self.terms()}

    @path("<slug:slug>/", name="term")
    def term(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Answer with one word; 404 for a word the house does not have."""
        by_slug = {term.slug: term for term in self.terms()}
        if slug not in by_slug:
            raise Http404
        term = self.shown_term = by_slug[slug]
        context = {
            "term": term,
            "page_title": term.heading,
            "view_summary": term.definition,
            "see": [by_slug[other] for other in term.see_slugs if other in by_slug],
            "programme": variant_names(self.locale.language_code).get(slug, ""),
            "typed": typed_for(slug, self.locale.language_code),
        }
        return self.render(request, context_overrides=context, template="home/glossary_term.html")


def house_terms(language: str) -> list[HouseTerm]:
    """Return the words that a text in a language explains: all that are told in it, but for those we do not use."""
    page = GlossaryPage.objects.shown(language).first()
    terms = readable(GlossaryTerm).filter(locale__language_code=language, names_refused_words=False)
    is_original = language == settings.LANGUAGE_CODE
    return [
        HouseTerm.of(
            term.slug,
            (term.term, term.abbreviation, *(term.inflections if is_original else ())),
            term.definition,
            f"{page.get_url()}{term.slug}/",
        )
        for term in (terms if page else ())
    ]


def typed_for(slug: str, language: str) -> list[str]:
    """Return the words people use where the house says the term, as the synonyms of search know them."""
    groups = SynonymGroup.objects.filter(language=language, term=slug).order_by("slug")
    return [word for group in groups for word in group.typed]
