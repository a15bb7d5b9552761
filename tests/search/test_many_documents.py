"""The fallback with more documents than it weighs."""

import pytest

from search.engines import postgresql
from search.models import StoredDocument
from search.parsing import parse
from search.request import PAGE_SIZE, SearchRequest
from search.results import EngineResponse
from search.stored_documents import next_version, row
from tests.search.conftest import document

pytestmark = pytest.mark.django_db
COUNT = 35


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Store more documents about reading than are weighed; the last one has it in its title, one has both words."""
    monkeypatch.setattr(postgresql, "MOST_WEIGHED", 3)
    made = [document(f"d{number}", title="Iets", body="Over lezen.", themes=("taal",)) for number in range(COUNT)]
    made[20] = document("beide", title="Iets", body="Over lezen en schrijven.")
    made[-1] = document("titel", title="Lezen")
    StoredDocument.objects.bulk_create([row(item, next_version()) for item in made])


def answered(words: str, page: int = 1) -> EngineResponse:
    request = SearchRequest("nl", words, page=page)
    return postgresql.answer(request, parse(request))


def keys(answer: EngineResponse) -> list[str]:
    found = {item.identity: item.key for item in StoredDocument.objects.all()}
    return [found[hit.identity] for hit in answer.hits]


def test_the_title_comes_first_however_many_documents_hold_the_word() -> None:
    assert keys(answered("lezen"))[0] == "titel"


def test_what_holds_every_word_comes_before_what_holds_one() -> None:
    assert keys(answered("lezen schrijven"))[:2] == ["titel", "beide"]


@pytest.mark.parametrize("weighed", [3, 30])
def test_what_is_not_weighed_is_found_once_and_counted(weighed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "MOST_WEIGHED", weighed)
    pages = [answered("lezen", page) for page in range(1, -(-COUNT // PAGE_SIZE) + 1)]
    found = [key for page in pages for key in keys(page)]
    assert len(found) == len(set(found)) == COUNT
    assert {page.total for page in pages} == {COUNT}
    assert pages[0].counts["thema"] == {"taal": COUNT - 2}
    assert pages[0].word_counts == (("lezen", COUNT),)


def test_the_whole_title_comes_first_among_more_titles_than_are_weighed() -> None:
    StoredDocument.objects.filter(title="Lezen").delete()
    titles = [*(f"Lezen in groep {number}" for number in range(COUNT)), "Lezen"]
    made = [document(f"t{number}", title=title) for number, title in enumerate(titles)]
    StoredDocument.objects.bulk_create([row(item, next_version()) for item in made])
    assert keys(answered("lezen"))[0] == f"t{COUNT}"
