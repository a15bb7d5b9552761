"""Names of facet values in the reader's language; one query for all facets whose values are pages."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db.models import Count
from django.utils.translation import get_language

from portal.core.content_cache import kept
from portal.core.facet_form import FacetField, Option
from portal.core.prepared import prepared
from search.documents import LABELS
from search.kinds import FACETS, KINDS, MANY
from search.models import StoredDocument
from search.request import SearchRequest
from search.results import EngineResponse
from search.when import WHEN

Names = dict[str, dict[str, str]]


def names(answer: EngineResponse, request: SearchRequest) -> Names:
    """Return facet name → value → label for every value that is shown."""
    values = {facet.name: {*answer.counts.get(facet.name, {}), *request.chosen.get(facet.name, ())} for facet in FACETS}
    found: Names = {name: dict(words) for name, words in _words(get_language()).items()}
    for name, labels in LABELS.items():
        if values.get(name):
            found[name] = labels(request.language)
    wanted = frozenset((kind, key) for facet in FACETS for kind in facet.named_by for key in values[facet.name])
    titles = page_titles(wanted, request.language)
    for facet in FACETS:
        for kind in reversed(facet.named_by):
            found[facet.name] |= {key: title for (of, key), title in titles.items() if of == kind}
    return found


@lru_cache
def _words(_language: str | None) -> Names:
    """Return facet name → value → label for the values that are words of ours."""
    return {facet.name: {value: str(word) for value, word in facet.words.items()} for facet in FACETS}


def kind(value: str) -> str:
    """Return what one thing of a kind is called."""
    return _kinds(get_language()).get(value, value)


@lru_cache
def _kinds(_language: str | None) -> dict[str, str]:
    return {value: str(word) for value, word in KINDS.items()}


@kept(size=500)
def page_titles(wanted: frozenset[tuple[str, str]], language: str) -> dict[tuple[str, str], str]:
    """Return (kind, key) → title, in the reader's language where there is one."""
    if not wanted:
        return {}
    rows = _titles({kind for kind, _key in wanted}, {key for _kind, key in wanted})
    ordered = sorted(rows, key=lambda row: row[2] == language)
    return {(kind, key): title for kind, key, _language, title in ordered}


@prepared("text", "text")
def _titles(kinds: Any, keys: Any) -> Any:
    found = StoredDocument.objects.filter(kind__in=kinds, key__in=keys)
    return found.values_list("kind", "key", "language", "title")


def fields(answer: EngineResponse, request: SearchRequest, known: Names) -> tuple[FacetField, ...]:
    """Return the fields of the form: every facet by which a visitor can tell these results apart."""
    found = (
        facet.form_field(answer.counts.get(facet.name, {}), known[facet.name], request.chosen.get(facet.name, ()))
        for facet in FACETS
    )
    days = request.chosen.get(WHEN.name)
    when = (WHEN.chosen_field(days, answer.total),) if days else ()
    return (*when, *(field for field in found if field.splits(answer.total)))


def named(keys: Iterable[str], labels: dict[str, str]) -> tuple[str, ...]:
    """Return the labels of keys; a key without a label is left out."""
    return tuple(labels[key] for key in keys if key in labels)


def kinds_there_are(language: str) -> list[Option]:
    """Return the kinds of content with their number of pages: somewhere to begin when nothing was found."""
    counts = dict(
        StoredDocument.objects.visible().filter(language=language).values_list("kind").annotate(Count("pk")).order_by()
    )
    return [Option(kind, str(label), counts[kind], False) for kind, label in MANY.items() if kind in counts]
