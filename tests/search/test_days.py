"""Days that a query names: what is held then comes first, and is offered as a filter."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from curriculum.rhythm.models import SchoolYear
from portal.core import content_cache
from search.reading.days import MONTHS, UNSURE, named_days, spans
from search.when import days_of, value_of
from tests.search.conftest import Searching, document

TODAY = date(2026, 11, 28)
"""A Saturday."""
NAMED = {"voorjaarsvakantie": (date(2027, 2, 20), date(2027, 2, 28)), "week 3": (date(2026, 12, 7), date(2026, 12, 13))}
ALL_DAYS = st.dates(date(2000, 1, 1), date(2098, 11, 26))


def days(first: str, last: str = "") -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last or first)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("vandaag", days("2026-11-28")),
        ("morgen", days("2026-11-29")),
        ("labs tomorrow", days("2026-11-29")),
        ("deze week", days("2026-11-23", "2026-11-29")),
        ("volgende week doorn", days("2026-11-30", "2026-12-06")),
        ("what happens next week", days("2026-11-30", "2026-12-06")),
        ("dit weekend", days("2026-11-28", "2026-11-29")),
        ("komende maandag", days("2026-11-30")),
        ("komend weekend", days("2026-12-05", "2026-12-06")),
        ("labs 1ste december", days("2026-12-01")),
        ("2de maart", days("2027-03-02")),
        ("next Saturday", days("2026-12-05")),
        ("vorige maand", days("2026-10-01", "2026-10-31")),
        ("labs in december", days("2026-12-01", "2026-12-31")),
        ("October 2027", days("2027-10-01", "2027-10-31")),
        ("labs in oktober", days("2027-10-01", "2027-10-31")),
        ("14 januari", days("2027-01-14")),
        ("14 jan 2028", days("2028-01-14")),
        ("ma 30 november", days("2026-11-30")),
        ("January 14th", days("2027-01-14")),
        ("the 3rd of may", days("2027-05-03")),
        ("14-1-2027", days("2027-01-14")),
        ("14-1-27", days("2027-01-14")),
        ("14 januari 27", days("2027-01-14")),
        ("as donderdag", days("2026-12-03")),
        ("eerstvolgende donderdag", days("2026-12-03")),
        ("2027-01-14", days("2027-01-14")),
        ("29 februari", days("2028-02-29")),
        ("week 3 gym", days("2026-12-07", "2026-12-13")),
        ("Voorjaarsvakantie", days("2027-02-20", "2027-02-28")),
    ],
)
def test_a_query_names_days_in_both_languages(words: str, found: tuple[date, date]) -> None:
    assert [span.days for span in spans(words.replace("-", " ").split(), TODAY, NAMED)] == [found]


@pytest.mark.parametrize(
    ("words", "saturday"),
    [("komend weekend", "2026-11-28"), ("dit weekend", "2026-11-28"), ("volgend weekend", "2026-12-05")],
)
def test_on_a_weekday_the_coming_weekend_is_that_of_this_week(words: str, saturday: str) -> None:
    (span,) = spans(words.split(), date(2026, 11, 25), {})
    assert span.days[0] == date.fromisoformat(saturday)


@pytest.mark.parametrize("value", ["1850-01-01..1850-01-02", "0001-01-01..0001-01-02", "2026-12-01..9999-12-30"])
def test_days_that_no_calendar_here_has_are_no_choice(value: str) -> None:
    assert days_of(value) is None


@pytest.mark.parametrize(
    "words",
    [
        *(
            "31 februari",
            "february 31st",
            "31 februari 2027",
            "99-1-2027",
            "week 99",
            "0 mei",
            "volgende vraag",
            "week",
        ),
        *(
            "how may I join",
            "14 00 uur",
            "3 4 5",
            "jan",
            "march of progress",
            "14",
            "2027",
            "deze",
            "maandag",
            "goede week",
            "",
        ),
    ],
)
def test_what_is_no_day_stays_words(words: str) -> None:
    assert spans(words.replace("-", " ").split(), TODAY, NAMED) == ()


@given(ALL_DAYS, st.sampled_from(sorted(MONTHS)), st.lists(st.sampled_from(["lab", "doorn", "in", "op"]), max_size=3))
def test_every_day_is_read_however_it_is_written(day: date, name: str, others: list[str]) -> None:
    month = MONTHS[name]
    day = day.replace(day=min(day.day, 28), month=month)
    for text in (f"{day.day} {name} {day.year}", f"{name} {day.day} {day.year}", f"{day.day} {month} {day.year}"):
        (span,) = spans([*others, *text.split(), *others], TODAY, {})
        assert (span.at, span.size, span.days) == (len(others), 3, (day, day))


@given(
    st.lists(st.text(max_size=6) | st.sampled_from([*MONTHS, *UNSURE, "week", "volgende", "3", "31", "2027"])), ALL_DAYS
)
def test_whatever_is_typed_spans_lie_in_the_query_and_do_not_overlap(words: list[str], today: date) -> None:
    end = 0
    for span in spans(words, today, NAMED):
        assert end <= span.at < span.at + span.size <= len(words)
        assert span.days[0] <= span.days[1]
        end = span.at + span.size


@given(ALL_DAYS, st.integers(0, 400))
def test_days_are_the_same_in_an_address(first: date, more: int) -> None:
    asked = first, first + timedelta(days=more)
    assert days_of(value_of(asked)) == asked


@pytest.mark.parametrize("value", ["", "..", "2026-12-01", "2026-12-02..2026-12-01", "x..y", "9999-12-31..9999-12-31"])
def test_what_is_no_stretch_of_days_is_left_out_of_an_address(value: str) -> None:
    assert days_of(value) is None


@pytest.fixture
def clock() -> Iterator[None]:
    """A Saturday morning."""
    with time_machine.travel(datetime(2026, 11, 28, 9, 0, tzinfo=UTC), tick=False):
        yield


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 12, day, hour, tzinfo=UTC)


@pytest.fixture
def planned(clock: None, searching: Searching) -> None:
    """Labs in weeks to come, of which the words tell nothing, and a page that has the words."""
    searching.put(
        document("doorn", kind="locatie", title="Doorn", locations=("doorn",)),
        document("zingen", title="Zingen", body="Samen zingen.", locations=("doorn",), moments=(at(2), at(16))),
        document("dansen", title="Dansen", body="Samen dansen.", locations=("doorn",), moments=(at(9),)),
        document("tekenen", title="Tekenen", body="Samen tekenen.", moments=(at(2),)),
        document(
            "ritme", kind="pagina", title="De volgende week", body="Wat je in een volgende week doet in december."
        ),
    )


@pytest.mark.elasticsearch
@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("volgende week doorn", ["zingen", "tekenen"]),
        ("volgende week", ["tekenen", "zingen", "ritme"]),
        ("9 december", ["dansen"]),
        ("samen in december", ["dansen", "tekenen", "zingen"]),
    ],
)
def test_what_is_held_then_comes_first(engine: Any, planned: None, words: str, keys: list[str]) -> None:
    found = [result.key for result in engine(words).results][: len(keys)]
    assert (found if "doorn" in words else sorted(found, key=keys.index)) == keys


@pytest.mark.elasticsearch
def test_the_days_are_offered_and_narrow_the_results_with_the_place(engine: Any, planned: None) -> None:
    offer = engine("samen volgende week doorn").offer
    assert offer is not None
    assert offer.names == ("Doorn", "30 november – 6 december 2026")
    assert offer.request.words == "samen"
    page = engine(offer.request.words, filters=offer.request.chosen)
    assert [result.key for result in page.results] == ["zingen"]
    assert page.total == 1
    assert next(field for field in page.facets if field.name == "wanneer").chosen


@pytest.mark.elasticsearch
def test_on_a_day_without_anything_words_are_searched(engine: Any, planned: None) -> None:
    page = engine("zingen 31 december")
    assert [result.key for result in page.results] == ["zingen"]
    assert page.offer is None
    assert engine("zingen 31 februari").results[0].key == "zingen"


@pytest.mark.elasticsearch
def test_a_visitor_can_take_the_days_away_again(client: Client, planned: None) -> None:
    page = client.get("/nl/zoeken/", {"q": "samen", "wanneer": "2026-12-02..2026-12-02"}).content.decode()
    assert "2 december 2026" in page
    assert 'href="/nl/zoeken/?q=samen"' in page
    assert 'data-total="2"' in page


def test_the_rhythm_names_its_weeks_and_holidays(db: None, clock: None) -> None:
    year = SchoolYear(slug="2026-2027", starts=date(2026, 8, 31), ends=date(2027, 7, 16))
    year.breaks.create(
        name="Kerstvakantie", name_en="Christmas holiday", starts=date(2026, 12, 19), ends=date(2027, 1, 3)
    )
    year.save()
    content_cache.renew()
    named = named_days(TODAY)
    assert named["kerstvakantie"] == named["christmas holiday"] == days("2026-12-19", "2027-01-03")
    assert named["week 1"] == days("2026-11-23", "2026-11-29")
    assert named["week 2"] == days("2026-11-30", "2026-12-06")
    assert named["week 51"] == days("2026-12-14", "2026-12-20")
    assert "week 99" not in named
