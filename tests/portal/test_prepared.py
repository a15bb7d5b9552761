"""Questions whose SQL is written once: each answer is of this moment and of the values given."""

from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core.models.pages import PortalPage
from portal.core.prepared import Prepared, prepared
from tests.factories import House, make_standard

rolled_back = pytest.mark.django_db
"""Of all tests but the one that needs a second connection."""


@pytest.fixture
def written() -> list[str]:
    """What was asked to write its query."""
    return []


@pytest.fixture
def live_pages(written: list[str]) -> Prepared:
    @prepared("bigint", "text")
    def pages(keys: Any, slugs: Any) -> Any:
        written.append("pages")
        found = PortalPage.objects.live().filter(pk__in=keys).exclude(slug__in=slugs)
        return found.select_related("locale").order_by("slug")

    return pages


@rolled_back
def test_each_question_is_answered_for_its_own_values(
    house: House, live_pages: Prepared, written: list[str], django_assert_num_queries: Any
) -> None:
    one, other = make_standard(house.about, slug="een"), make_standard(house.about, slug="twee")

    assert [page.pk for page in live_pages([other.pk, one.pk], [])] == [one.pk, other.pk]
    assert [page.pk for page in live_pages([one.pk, other.pk], ["een"])] == [other.pk]
    assert live_pages([], []) == []
    with django_assert_num_queries(1):
        assert [page.locale.language_code for page in live_pages([one.pk], ["niets"])] == ["nl"]
    assert written == ["pages"]


@rolled_back
def test_what_changed_since_is_seen_at_once(house: House, live_pages: Prepared) -> None:
    page = make_standard(house.about)
    assert live_pages([page.pk], []) != []

    page.unpublish()

    assert live_pages([page.pk], []) == []


@rolled_back
def test_a_page_that_was_changed_does_not_change_the_next_answer(house: House, live_pages: Prepared) -> None:
    page = make_standard(house.about, title="Zoals het is")
    (found,) = live_pages([page.pk], [])
    found.title = "Zoals het wordt"

    assert [again.title for again in live_pages([page.pk], [])] == ["Zoals het is"]


def test_every_thread_asks_over_its_own_connection(committed_house: House, live_pages: Prepared) -> None:
    page = make_standard(committed_house.about)
    answers: list[int] = []

    def ask() -> None:
        answers.extend(found.pk for found in live_pages([page.pk], []))
        connection.close()

    live_pages([page.pk], [])
    thread = Thread(target=ask)
    thread.start()
    with CaptureQueriesContext(connection) as here:
        thread.join()

    assert answers == [page.pk]
    assert len(here) == 0
