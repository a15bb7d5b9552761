"""What Elasticsearch marks is what it found, whatever a query is made of."""

import re

import pytest

from search.engines import elasticsearch
from search.models import SynonymGroup
from search.parsing import parse
from search.request import SearchRequest
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch
BODY = (
    "In het praktijkonderzoek kijk je naar samen leren. Een begeleider op school denkt mee. De school is open. "
    "Wie een schoolopleider zoekt, belt met het kernteam. Leren gaat door."
)
SEARCHES = {
    "begeleider": {"begeleider"},
    "scriptie": {"praktijkonderzoek"},
    "hulp": {"begeleider op school", "school", "schoolopleider"},
    '"samen leren"': {"samen leren"},
    '"leren samen"': set(),
    "leren school": {"leren", "Leren", "school", "schoolopleider"},
    "school-opleider": {"school", "schoolopleider"},
    "praktijk onderzoek": {"praktijkonderzoek"},
    "kernteams": {"kernteam"},
}


@pytest.fixture(autouse=True)
def library(searching: Searching) -> None:
    """One page, and synonyms of one and of several words."""
    SynonymGroup.objects.create(slug="scriptie", language="nl", typed=["scriptie"], words=["praktijkonderzoek"])
    SynonymGroup.objects.create(slug="hulp", language="nl", typed=["hulp"], words=["begeleider op school"])
    searching.put(document("stuk", title="Over ons", summary="Wat wij doen", body=BODY))


def marked(words: str) -> set[str]:
    """Return the words that are marked in the page."""
    request = SearchRequest("nl", words)
    hits = elasticsearch.ask(request, parse(request)).hits
    return {word for hit in hits for word in re.findall("<mark>(.+?)</mark>", hit.excerpt or "")}


@pytest.mark.parametrize("words", SEARCHES)
def test_words_are_marked_as_they_are_found(words: str) -> None:
    assert marked(words) == SEARCHES[words]
