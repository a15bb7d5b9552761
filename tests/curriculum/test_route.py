"""The route finder: three questions, the answer of the house, and a message for every wrong answer."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from curriculum.models import CycleStart, SchoolYear
from locations.models import LocationPage
from tests.curriculum.asking import ADDRESS, DATA, ask
from tests.factories import House, in_english, make_lab, make_school_year, make_session

pytestmark = pytest.mark.django_db


def test_every_variant_year_and_location_gets_an_answer_on_the_page(groups: dict[str, Any], client: Client) -> None:
    for row in DATA["placements"]:
        page = ask(client, variant=row["variant"], jaar=row["year"], locatie=row["location"])
        answer = page.select_one("#answer")

        assert answer["data-group"] == (row["group"] or ""), row
        assert answer.select(".answer h3")
        assert len(answer.select(".answer > div")) == 4
        if row["group"]:
            assert f"De regel van {row['group']}." in answer.select_one(".notice").get_text()
        else:
            note = "UniC sluit nog aan." if row["reason"] == "location" else "Geen eigen groep."
            assert note in answer.select_one(".notice").get_text()


def test_nothing_is_answered_before_something_is_asked(groups: dict[str, Any], client: Client) -> None:
    page = ask(client)

    assert not page.select("#answer, .notice.error")
    assert len(page.select("fieldset.field")) == 4
    assert not client.get(ADDRESS).cookies


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({"variant": "tovenaar", "jaar": "jaar-1", "locatie": "nxt-doorn"}, ["id_variant"]),
        ({"jaar": "jaar-1", "locatie": "nxt-doorn"}, ["id_variant"]),
        ({"variant": "hbo-voltijd", "jaar": "jaar-9", "locatie": "nxt-doorn"}, ["id_jaar"]),
        ({"variant": "hbo-voltijd", "locatie": "nxt-doorn"}, ["id_jaar"]),
        ({"variant": "hbo-voltijd", "jaar": "jaar-1", "locatie": "nergens"}, ["id_locatie"]),
        ({"variant": "\x00", "jaar": "\x00", "locatie": ""}, ["id_variant", "id_jaar", "id_locatie"]),
    ],
)
def test_a_wrong_answer_gets_a_message_at_its_question_and_loses_nothing(
    groups: dict[str, Any], client: Client, answers: dict[str, str], wrong: list[str]
) -> None:
    page = ask(client, **answers)
    kept = {box["name"]: box["value"] for box in page.select("input[checked]")}

    assert [field["id"] for field in page.select("fieldset.invalid")] == wrong
    assert [link["href"] for link in page.select(".notice.error a")] == [f"#{field}" for field in wrong]
    assert all(page.find(id=f"{field}_error").get_text() for field in wrong)
    assert not page.select("#answer")
    right = {name: value for name, value in answers.items() if f"id_{name}" not in wrong}
    assert right.items() <= kept.items()


def test_a_programme_without_years_needs_no_year(groups: dict[str, Any], client: Client) -> None:
    page = ask(client, variant="master", locatie="academie-tien")

    assert page.select_one("#answer")["data-group"] == "jaar-3-4-master"
    assert not page.select("#path")


def test_a_year_that_counts_for_nothing_is_left_out(groups: dict[str, Any], client: Client) -> None:
    page = ask(client, variant="master", jaar="jaar-2", locatie="nxt-doorn")

    assert page.select_one("#answer")["data-group"] == "doorn-maarsbergen"
    assert "leerjaar" not in page.select_one("#answer-head").get_text()


def test_a_way_of_four_years_needs_a_fourth_active_location(
    groups: dict[str, Any], street: dict[str, LocationPage], client: Client
) -> None:
    def way() -> list[str]:
        page = ask(client, variant="hbo-voltijd", jaar="jaar-1", locatie="academie-tien")
        table = page.find(id="path-table").find_parent("table")
        return [link.get_text() for link in table.select("tbody a")]

    before = way()
    street["unic"].status = "actief"
    street["unic"].save_revision().publish()

    assert before == ["Academie Tien", "Nxt Doorn", "Nxt Maarsbergen"]
    assert way() == [*before, "Unic"]


@time_machine.travel("2026-11-24 12:00+01:00", tick=False)
def test_the_year_is_drawn_and_told_with_the_labs_of_the_group(
    groups: dict[str, Any], street: dict[str, LocationPage], client: Client
) -> None:
    make_school_year()
    tien = street["academie-tien"]
    make_lab(tien, "pedagogiek", groups=[groups["hbo-1"]], sessions=[make_session(date(2026, 12, 1), location=tien)])
    make_lab(tien, "anders", groups=[groups["hbo-2-minor"]], sessions=[make_session(date(2026, 12, 1), location=tien)])

    page = ask(client, variant="hbo-voltijd", jaar="jaar-1", locatie="nxt-doorn")
    rows = page.find(id="year-table").find_parent("table").select("tbody tr")
    december = next(row for row in rows if row.time["datetime"] == "2026-11-30")

    assert len(rows) == 46
    assert [row.time["datetime"] for row in rows if row.get("aria-current")] == ["2026-11-23"]
    assert [link.get_text() for link in december.select("a")] == ["Pedagogiek"]
    assert "Herfstvakantie" in page.find(id="year-table").find_parent("table").get_text()
    periods = page.select(".periods > li")
    assert [period.h3.get_text(" ", strip=True) for period in periods] == [
        "31 augustus – 16 oktober",
        "26 oktober – 18 december nu",
        "4 januari – 16 juli",
    ]
    assert [[link.get_text() for link in period.select("a")] for period in periods] == [[], ["Pedagogiek"], []]
    drawing = page.find(id="year-title").find_parent("svg")
    assert len(drawing.select("path.bar, .lit path")) == sum(bool(row.select(".week")) for row in rows)


@time_machine.travel("2026-11-24 12:00+01:00", tick=False)
def test_a_location_may_begin_its_cycle_on_another_monday(
    groups: dict[str, Any], street: dict[str, LocationPage], client: Client
) -> None:
    year = make_school_year()
    year.cycle_starts.add(CycleStart(location=street["nxt-doorn"], starts=date(2026, 9, 7)))
    year.save()

    def first_week(location: str) -> str:
        page = ask(client, variant="hbo-voltijd", jaar="jaar-2", locatie=location)
        return str(page.find(id="year-table").find_parent("table").tbody.time["datetime"])

    assert first_week("nxt-doorn") == "2026-09-07"
    assert first_week("academie-tien") == "2026-08-31"


def test_without_a_school_year_the_page_says_that_the_weeks_are_not_known(
    groups: dict[str, Any], client: Client
) -> None:
    assert not SchoolYear.objects.exists()

    page = ask(client, variant="hbo-voltijd", jaar="jaar-1", locatie="nxt-doorn")

    assert page.find(id="year").find_parent("section").select(".notice.gap")


def test_an_english_reader_gets_the_same_answer(house: House, groups: dict[str, Any], client: Client) -> None:
    in_english(house.locations)

    page = ask(client, "/en/locaties/your-route/", programme="hbo-voltijd", year="year-1", location="nxt-doorn")

    assert page.select_one("#answer")["data-group"] == "hbo-1"
    assert "Hogeschool Utrecht" in page.select_one("#answer").get_text()


def test_without_locations_and_programmes_the_questions_still_stand(house: House, client: Client) -> None:
    page = ask(client, variant="hbo-voltijd", jaar="jaar-1", locatie="nxt-doorn")

    assert len(page.select("fieldset.invalid")) == 2


@time_machine.travel("2026-11-24 12:00+01:00", tick=False)
def test_a_location_that_is_not_active_has_no_year_and_stands_on_no_way(groups: dict[str, Any], client: Client) -> None:
    make_school_year()

    page = ask(client, variant="hbo-voltijd", jaar="jaar-1", locatie="unic")

    assert not page.select("#year-table")
    assert "Unic" not in page.find(id="path-table").find_parent("table").get_text()
    assert "nog geen jaar" in page.find(id="year").find_parent("section").get_text()


@time_machine.travel("2026-11-24 12:00+01:00", tick=False)
def test_who_has_no_group_never_gets_the_fixed_labs_of_another(
    groups: dict[str, Any], street: dict[str, LocationPage], client: Client
) -> None:
    make_school_year()
    tien = street["academie-tien"]
    for slug, fields in {
        "vast": {"groups": [groups["hbo-1"]], "is_free_choice": False},
        "keuze": {"groups": [groups["hbo-1"]], "is_free_choice": True},
        "iedereen": {"groups": [], "is_free_choice": False},
    }.items():
        make_lab(tien, slug, sessions=[make_session(date(2026, 12, 1), location=tien)], **fields)

    def labs(**answers: str) -> set[str]:
        table = ask(client, **answers).find(id="year-table").find_parent("table")
        return {link.get_text() for link in table.select("td a")}

    for variant in {row["variant"] for row in DATA["placements"] if row["reason"] == "variant"}:
        assert labs(variant=variant, locatie="academie-tien") == {"Keuze", "Iedereen"}, variant
    assert labs(variant="hbo-voltijd", jaar="jaar-1", locatie="academie-tien") == {"Vast", "Keuze", "Iedereen"}


def test_nobody_needs_to_know_a_location_or_an_institute_yet(groups: dict[str, Any], client: Client) -> None:
    first = ask(client, variant="hbo-voltijd", jaar="jaar-1", locatie="weet-niet", instituut="weet-niet")
    second = ask(client, variant="hbo-voltijd", jaar="jaar-2", locatie="weet-niet", instituut="hogeschool-utrecht")
    wrong = ask(client, variant="hbo-voltijd", jaar="jaar-2", locatie="weet-niet", instituut="tovenaarsschool")

    assert first.select_one("#answer")["data-group"] == "hbo-1"
    assert "hangt af van je locatie" in second.select_one("#answer").get_text()
    assert "Hogeschool Utrecht" in second.select_one(".answer").get_text()
    assert [field["id"] for field in wrong.select("fieldset.invalid")] == ["id_instituut"]
