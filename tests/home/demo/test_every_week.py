"""On the demo site every programme × year × institute × location has an answer, or says what is not there yet."""

from collections.abc import Iterator
from datetime import datetime
from itertools import product
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.utils import timezone, translation
from django.utils.http import urlencode

from curriculum.groups.models import StudyYear
from curriculum.groups.placement import Reason
from curriculum.groups.questions import NOT_YET
from curriculum.groups.route import RouteFinder
from curriculum.groups.your_week import YourWeek
from curriculum.request_context import CurriculumContext
from locations.models import LocationIndexPage
from locations.your_week import asked_week

pytestmark = pytest.mark.django_db
ADDRESSES = {"nl": "/nl/locaties/jouw-route/", "en": "/en/locations/your-route/"}
NOT_YET_IN_WORDS = {"nl": ("nog geen", "hangt af", "nog niet"), "en": ("no group yet", "no training group", "depends")}


@pytest.fixture(autouse=True)
def _frozen() -> Any:
    with time_machine.travel("2026-11-24 12:00+01:00", tick=False):
        yield


def everything_asked(finder: RouteFinder) -> Iterator[dict[str, str]]:
    """Every programme with each year, each institute and each location, the unknown ones too."""
    institutes, locations = ["", NOT_YET, *finder.institutes], [NOT_YET, *finder.locations]
    for key, variant in finder.variants.items():
        years = variant.facts.years if len(variant.facts.years) > 1 else ["", StudyYear.SECOND]
        for year, institute, location in product(years, institutes, locations):
            yield {"variant": key, "jaar": year, "instituut": institute, "locatie": location}


def weeks_of_all(language: str) -> Iterator[tuple[dict[str, str], YourWeek]]:
    """Each combination with what the page of a language shows of it, read from the database once."""
    page = LocationIndexPage.objects.get(locale__language_code=language)
    first = asked_week(page, RequestFactory().get("/")).finder
    known, today = CurriculumContext(language), timezone.localdate()
    for answers in everything_asked(first):
        query = QueryDict(urlencode(answers))
        finder = RouteFinder(query, page.locale, first.locations.values())
        yield answers, YourWeek(query, finder, known, today)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_combination_answers_or_says_why_not(demo: list[str], language: str) -> None:
    number = 0
    with translation.override(language):
        for answers, route in weeks_of_all(language):
            answer = route.answer
            assert answer is not None, (answers, route.form.errors)
            assert answer.why, answers
            assert (answer.placement.reason is Reason.GROUP) == (answer.group is not None), answers
            assert answer.institutes, answers
            number += 1

    assert number > 800


@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_has_no_group_reads_what_is_known(demo: list[str], client: Client, language: str) -> None:
    with translation.override(language):
        without = {
            (answers["variant"], answers["locatie"]): answers
            for answers, route in weeks_of_all(language)
            if route.answer and route.answer.group is None
        }

    assert {"zij-instroom", "pabo", "mbo-onderwijsassistent"} <= {variant for variant, _location in without}
    for answers in without.values():
        page = BeautifulSoup(client.get(ADDRESSES[language], answers, follow=True).content, "html.parser")
        answer = page.select_one("#answer")
        said = " ".join(answer.get_text(" ").split())
        assert any(words in said for words in NOT_YET_IN_WORDS[language]), answers
        assert len(answer.select(".storey .window")) == 15, answers
        assert answer.select("#known, .places"), answers
        assert answer.select(".known li:last-child a"), answers
        assert all(part.select("li") for part in answer.select("ul, ol")), answers


@pytest.mark.parametrize("language", ["nl", "en"])
def test_of_many_labs_to_choose_two_are_seen_and_the_others_are_folded(
    demo: list[str], client: Client, language: str
) -> None:
    answers = {"variant": "hbo-voltijd", "jaar": "jaar-1", "locatie": "nxt-doorn"}
    page = BeautifulSoup(client.get(ADDRESSES[language], answers, follow=True).content, "html.parser")
    week = next(part for part in page.select(".storey") if part.select(".moments > .choices"))

    assert len(week.select(".moments > .choices > li")) == 2
    assert len(week.select(".moments > details li")) == 2
    assert {"nl": "Nog 2 momenten om te kiezen", "en": "2 more moments to choose from"}[language] in week.summary.text


@pytest.mark.parametrize(("language", "conversation"), [("nl", "Ontwikkelgesprek"), ("en", "Development conversation")])
def test_below_the_week_are_folded_the_year_the_way_the_conversations_and_whom_to_ask(
    demo: list[str], client: Client, language: str, conversation: str
) -> None:
    answers = {"variant": "hbo-voltijd", "jaar": "jaar-1", "locatie": "nxt-doorn"}
    page = BeautifulSoup(client.get(ADDRESSES[language], answers, follow=True).content, "html.parser")

    folded = page.select("section > details.fold")
    assert [part.h2["id"] for part in folded] == ["year", "path", "twice-1", "ask"]
    assert not [part for part in folded if part.has_attr("open")]
    assert conversation in folded[2].h2.get_text()
    assert folded[2].a["href"]
    assert all(part.svg and part.table for part in folded[:2]), "each drawing has a table that says the same"


def test_a_week_has_a_page_in_two_languages_for_each_day_of_the_year(demo: list[str], client: Client) -> None:
    for month in range(1, 13):
        with time_machine.travel(datetime(2027, month, 27, 12, 0), tick=False):
            for address in ADDRESSES.values():
                answers = {"variant": "hbo-voltijd", "jaar": "jaar-1", "locatie": "nxt-doorn"}
                page = BeautifulSoup(client.get(address, answers).content, "html.parser")
                for storey in page.select(".storey"):
                    assert storey.h3.get_text(strip=True), month
                    assert storey.select(".moments > *") or not storey.select(".week"), month
