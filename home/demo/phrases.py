"""How people search for each thing of the demo site, by the kind and key that search gives it."""

from contextlib import suppress
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page

from home.demo.data import read
from portal.core.models.pages import PortalPage

KINDS = {"ritme": "pagina", "unit": "pagina", "fase": "pagina", "groep": "opleidingsgroep"}
"""What search calls a kind of thing that has another name in the loader."""

Parts = dict[str, dict[str, str]]
"""The name of a thing among the phrases (`lab:didactisch-coachen`) → language → with what each line begins."""


def parts_of(kind: str, key: str, page: PortalPage | None) -> Parts:
    """Return a page or snippet, whose lines begin with nothing, and each view below it, with the end of its address."""
    return {f"{KINDS.get(kind, kind)}:{key}": {}, **(_views(page) if isinstance(page, RoutablePageMixin) else {})}


def _views(page: RoutablePageMixin) -> Parts:
    """Return the views that have a name in each language and no arguments; search calls them by their Dutch address."""
    views: Parts = {}
    for stem in sorted({str(route.name).removesuffix("_nl") for route in page.get_subpage_urls()}):
        with suppress(NoReverseMatch):
            ends = {language: page.reverse_subpage(f"{stem}_{language}") for language, _name in settings.LANGUAGES}
            views[f"pagina:{ends[settings.LANGUAGE_CODE].strip('/')}"] = ends
    return views


def lines(parts: Parts, language: str) -> str:
    """Return the phrases in a language, one a line; raises KeyError for one language without the other."""
    found = ((read("search_phrases").get(name), starts.get(language, "")) for name, starts in parts.items())
    return "\n".join(f"{start} {phrase}".strip() for entry, start in found if entry for phrase in entry[language])


def promote(pages: dict[tuple[str, str], Any]) -> None:
    """Put the page that answers what every visitor asks on top of these words, in each language."""
    for entry in read("promotions"):
        original = pages["pagina", entry["page"]]
        for language, _name in settings.LANGUAGES:
            page = Page.objects.get(translation_key=original.translation_key, locale__language_code=language)
            for words in entry[language]:
                SearchPromotion.objects.create(query=Query.get(words), page=page, sort_order=0)
