"""A real index for each test: made once, emptied before each test that asks for it."""

import itertools
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from bin.embedded import elasticsearch
from portal.core import content_cache
from search import schema
from search.documents import SearchDocument
from search.engines import breaker
from search.engines.client import write_client
from search.index import names, writing
from search.index.rebuild import ours
from search.meaning import encoder, nearest
from search.models import KnownWord, SearchEvent, StoredDocument
from search.request import SearchRequest
from search.results import ResultPage
from search.service import search
from search.stored_documents import learn, next_version, row
from search.suggest import suggest
from search.worker import sync_once
from tests.search import kept_vectors

NUMBERS = itertools.count(1)
MOST_LATE = 10


def document(key: str, **fields: Any) -> SearchDocument:
    """Make a document of a thing that is not a page; `object_id` counts up by itself."""
    number = fields.pop("object_id", next(NUMBERS))
    common = {"kind": "lab", "language": "nl", "title": key.replace("-", " ").capitalize(), "url": f"/nl/{key}/"}
    return SearchDocument(object_type="test.thing", object_id=number, key=key, **{**common, **fields})


class Searching:
    """What a test does with search: bring changes over, and search."""

    def __init__(self) -> None:
        self.node = settings.ELASTICSEARCH_URL

    def put(self, *documents: SearchDocument) -> None:
        """Put documents in both engines without pages behind them, findable at once."""
        rows = [row(document, next_version()) for document in documents]
        learn(rows)
        content_cache.renew()
        StoredDocument.objects.bulk_create(rows)
        written = writing.write(writing.actions(rows, [], 0, names.targets()))
        assert not written.refused, written.refused
        self.refresh()

    def empty(self) -> None:
        """Remove every document from both engines."""
        StoredDocument.objects.all().delete()
        KnownWord.objects.all().delete()
        alias = ",".join(schema.alias(language) for language in schema.LANGUAGES)
        write_client().delete_by_query(index=alias, query={"match_all": {}}, refresh=True, conflicts="proceed")

    def refresh(self) -> None:
        """Make everything written findable."""
        write_client().indices.refresh(index=",".join(schema.alias(language) for language in schema.LANGUAGES))

    def sync(self) -> None:
        """Empty the outbox, as the worker does, and make the result findable at once."""
        while sync_once():
            pass
        self.refresh()

    def find(self, words: str = "", language: str = "nl", **fields: Any) -> ResultPage:
        """Search; `filters` is a mapping from facet name to values. A node that is only busy is asked again."""
        chosen = tuple((name, tuple(values)) for name, values in fields.pop("filters", {}).items())
        request = SearchRequest(language, words, chosen, **fields)
        page = search(request)
        for _late in range(MOST_LATE):
            if not page.degraded or self.node != settings.ELASTICSEARCH_URL:
                break
            breaker.forget()
            page = search(request)
        return page

    def suggest(self, words: str, language: str = "nl") -> list[dict[str, Any]]:
        """Return the suggestions for what is typed."""
        return suggest(words, language)

    def keys(self, words: str = "", language: str = "nl", **fields: Any) -> list[str]:
        """Search, and return the keys of the results in order."""
        return [hit.key for hit in self.find(words, language, **fields).results]


@pytest.fixture(scope="session")
def indices() -> Iterator[None]:
    """Empty indices of this test run. A missing node is a failure: nothing here is skipped."""
    if not settings.ELASTICSEARCH_URL:
        settings.ELASTICSEARCH_URL = elasticsearch.ensure(settings.STATE_DIR)
    make_indices()
    yield
    drop_indices()


@pytest.fixture
def new_indices(searching: Searching) -> None:
    """Indices that never held anything: what was deleted still counts in how rare the engine thinks a word is."""
    make_indices()


def make_indices() -> None:
    """Make empty indices of this test run in the place of those that were there."""
    drop_indices()
    for language in schema.LANGUAGES:
        name = names.create(language)
        swap: list[dict[str, Any]] = [
            {"add": {"index": name, "alias": schema.alias(language), "is_write_index": True}},
            {"remove": {"index": name, "alias": names.building_alias(language)}},
        ]
        write_client().indices.update_aliases(actions=swap)


def drop_indices() -> None:
    """Delete the indices of this test run."""
    for language in schema.LANGUAGES:
        for index in ours(language):
            write_client().indices.delete(index=index)


@pytest.fixture
def searching(db: Any, indices: None) -> Searching:
    """Search over empty indices and a closed breaker."""
    breaker.forget()
    found = Searching()
    found.empty()
    versions_go_on()
    return found


@pytest.fixture(autouse=True)
def meaning_is_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask at each search whether a page means something else by now, as if a second had passed."""
    monkeypatch.setattr(nearest, "FRESH", 0.0)
    monkeypatch.setattr(nearest._Memory, "fresh_until", 0.0)  # whatever clock the test before had


@pytest.fixture
def encoder_in_process(settings: Any) -> Iterator[None]:
    """The encoder of this machine, as in production; loaded once for all tests."""
    settings.SEARCH_ENCODER = "process"
    encoder.forget_failure()
    yield
    encoder.forget_failure()


@pytest.fixture
def encoded_pages(searching: Searching, encoder_in_process: None) -> None:
    """Pages about different things, encoded as the worker does."""
    searching.put(
        document("warme-overdracht", title="Warme overdracht", body="Je vertelt de nieuwe locatie wat je al kunt."),
        document(
            "oudergesprek", title="Leerling-oudergesprekken", body="Je oefent hoe je met ouders over hun kind praat."
        ),
        document(
            "onderzoek", title="Praktijkonderzoek", body="Je schrijft je verslag van een onderzoek voor de studie."
        ),
        document("ritme", title="Het ritme", body="In de derde week ben je de hele week op school, voor je studie."),
    )
    kept_vectors.encode()


def versions_go_on() -> None:
    """Number documents higher than any test before: the database goes back, and an index knows what was deleted."""
    with connection.cursor() as cursor:
        name = "pg_get_serial_sequence(%s, 'id')"
        cursor.execute(f"SELECT setval({name}, %s)", [SearchEvent._meta.db_table, time.time_ns() // 1_000_000])


@pytest.fixture
def without_elasticsearch(settings: Any) -> Iterator[None]:
    """An address where nothing listens."""
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    breaker.forget()
    yield
    breaker.forget()


@pytest.fixture(params=["elasticsearch", "postgresql"])
def engine(request: pytest.FixtureRequest, searching: Searching, settings: Any) -> Callable[..., ResultPage]:
    """Search with each engine in turn, whatever is put or synced before the first search."""

    def find(*args: Any, **fields: Any) -> ResultPage:
        if request.param == "postgresql":
            settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
        page = searching.find(*args, **fields)
        assert page.engine == request.param
        return page

    return find
