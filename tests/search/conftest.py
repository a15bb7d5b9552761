"""A real index for each test: made once, emptied before each test that asks for it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings

from portal.embedded import elasticsearch
from search import schema
from search.engines import breaker
from search.engines.client import write_client
from search.index import names
from search.index.rebuild import ours
from search.request import SearchRequest
from search.results import ResultPage
from search.service import search
from search.worker import sync_once


class Searching:
    """What a test does with search: bring changes over, and search."""

    def sync(self) -> None:
        """Empty the outbox, as the worker does, and make the result findable at once."""
        while sync_once():
            pass
        write_client().indices.refresh(index=",".join(schema.alias(language) for language in schema.LANGUAGES))

    def find(self, words: str = "", language: str = "nl", **fields: Any) -> ResultPage:
        """Search; `filters` is a mapping from facet name to values."""
        chosen = tuple((name, tuple(values)) for name, values in fields.pop("filters", {}).items())
        return search(SearchRequest(language, words, chosen, **fields))

    def keys(self, words: str = "", language: str = "nl", **fields: Any) -> list[str]:
        """Search, and return the keys of the hits in order."""
        return [hit.key for hit in self.find(words, language, **fields).hits]


@pytest.fixture(scope="session")
def indices() -> Iterator[None]:
    """Empty indices of this test run. A missing node is a failure: nothing here is skipped."""
    if not settings.ELASTICSEARCH_URL:
        settings.ELASTICSEARCH_URL = elasticsearch.ensure(settings.STATE_DIR)
    drop_indices()
    for language in schema.LANGUAGES:
        name = names.create(language)
        swap = [
            {"add": {"index": name, "alias": schema.alias(language), "is_write_index": True}},
            {"remove": {"index": name, "alias": names.building_alias(language)}},
        ]
        write_client().indices.update_aliases(actions=swap)
    yield
    drop_indices()


def drop_indices() -> None:
    """Delete the indices of this test run."""
    for language in schema.LANGUAGES:
        for index in ours(language):
            write_client().indices.delete(index=index)


@pytest.fixture
def searching(db: Any, indices: None) -> Searching:
    """Search over empty indices and a closed breaker."""
    breaker.forget()
    alias = ",".join(schema.alias(language) for language in schema.LANGUAGES)
    write_client().delete_by_query(index=alias, query={"match_all": {}}, refresh=True, conflicts="proceed")
    return Searching()


@pytest.fixture
def without_elasticsearch(settings: Any) -> Iterator[None]:
    """An address where nothing listens."""
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    breaker.forget()
    yield
    breaker.forget()


@pytest.fixture(params=["elasticsearch", "postgresql"])
def engine(request: pytest.FixtureRequest, searching: Searching) -> Iterator[Callable[..., ResultPage]]:
    """Search with each engine in turn; call it after `searching.sync()`."""
    if request.param == "postgresql":
        request.getfixturevalue("without_elasticsearch")
    yield searching.find


