"""Takes search phrases away for a while, from both engines and from the words our pages are known to hold."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import lru_cache

from django.conf import settings
from django.db.models import F, Func, TextField

from portal.core import content_cache
from search import schema
from search.analysis.words import QUESTION_WORDS, STOP_WORDS, all_terms, fold, query_terms, squeezed, words_of
from search.documents import SearchDocument
from search.engines.client import write_client
from search.index import names, writing
from search.index.rebuild import ours, rebuild
from search.models import KnownWord, StoredDocument
from search.stored_documents import FIELDS, next_version, row

Choice = Callable[[str, str], bool]
"""Whether a phrase, in a language, is left out."""
STORED = [field.name for field in fields(SearchDocument) if field.name != "extra"]


def holds(phrase: str, words: str, language: str) -> bool:
    """Return whether every word of a query that says something stands in a phrase, in any inflection."""
    wanted = _wanted(words, language)
    return _squeezed(phrase) == _squeezed(words) or (bool(wanted) and wanted <= _terms(phrase, language))


@lru_cache(maxsize=1_000)
def _wanted(words: str, language: str) -> frozenset[str]:
    empty = STOP_WORDS[language] | QUESTION_WORDS[language]
    said = (word for word in words_of(words) if fold(word) not in empty)
    return frozenset(term for word in said for term in query_terms(word, language))


@lru_cache(maxsize=50_000)
def _terms(phrase: str, language: str) -> frozenset[str]:
    return frozenset(all_terms(phrase, language))


_squeezed = lru_cache(maxsize=50_000)(squeezed)
"""Each phrase is compared with every query."""


def has_phrase(words: str) -> bool:
    """Return whether any page has a phrase that holds this query."""
    found = StoredDocument.objects.exclude(phrases=[]).values_list("language", "phrases")
    return any(holds(phrase, words, language) for language, phrases in found for phrase in phrases)


@contextmanager
def left_out(choice: Choice) -> Iterator[None]:
    """Search without some phrases; what this changes in the database is for the caller to roll back."""
    found = StoredDocument.objects.exclude(phrases=[]).values_list("pk", "language", "phrases")
    concerned = [pk for pk, language, phrases in found if any(choice(phrase, language) for phrase in phrases)]
    before = list(StoredDocument.objects.filter(pk__in=concerned))
    after = [_without(document, choice) for document in before]
    StoredDocument.objects.bulk_create(
        after,
        update_conflicts=True,
        unique_fields=["object_type", "object_id"],
        update_fields=[name for name in FIELDS if name not in ("object_type", "object_id")],
    )
    _unlearn(before, choice)
    _write(after)
    try:
        yield
    finally:
        _write(before)


def _without(document: StoredDocument, choice: Choice) -> StoredDocument:
    values = {name: getattr(document, name) for name in STORED}
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    values["phrases"] = tuple(phrase for phrase in document.phrases if not choice(phrase, document.language))
    return row(SearchDocument(**values), next_version())


def _unlearn(documents: Iterable[StoredDocument], choice: Choice) -> None:
    """Forget the words that stood in these phrases only."""
    words: dict[str, set[str]] = {}
    for document in documents:
        for phrase in document.phrases:
            if choice(phrase, document.language):
                words.setdefault(document.language, set()).update(words_of(fold(phrase)))
    for language, said in words.items():
        held = _held(language)
        lost = [word for word in said if (terms := query_terms(word, language)) and held.isdisjoint(terms)]
        KnownWord.objects.filter(language=language, word__in=lost).delete()
    content_cache.renew()


def _held(language: str) -> set[str]:
    """Return every index word of the visible documents: one question in place of one for each word."""
    of_document = Func(F("vector"), function="tsvector_to_array")
    visible = StoredDocument.objects.visible().filter(language=language)
    found = visible.annotate(term=Func(of_document, function="unnest", output_field=TextField()))
    return set(found.values_list("term", flat=True).distinct())


def _write(documents: Iterable[StoredDocument]) -> None:
    """Write documents to the index, over what was written there a moment ago."""
    steps = []
    for document in documents:
        document.version = next_version()
        steps.append(document)
    writing.write(writing.actions(steps, [], 0, names.targets()), at_once=True)


@contextmanager
def index_of_its_own() -> Iterator[None]:
    """Measure on a copy of the index, so that visitors never search in what a measurement left out."""
    prefix = settings.SEARCH_INDEX_PREFIX
    settings.SEARCH_INDEX_PREFIX = f"{prefix}-evaluation"
    try:
        rebuild(refresh=False)
        yield
    finally:
        for index in [index for language in schema.LANGUAGES for index in ours(language)]:
            write_client().indices.delete(index=index, ignore_unavailable=True)
        settings.SEARCH_INDEX_PREFIX = prefix
