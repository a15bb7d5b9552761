"""The page of a lab: facts, dates, outcomes of institutes, and what search engines read."""

import json
from datetime import date
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from curriculum.models import LabPage
from tests.factories import (
    House,
    in_english,
    make_group,
    make_lab,
    make_location,
    make_outcome,
    make_partner_page,
    make_school_year,
    make_session,
    make_theme,
    make_variant,
)
from tests.kept import kept

pytestmark = pytest.mark.django_db
TUESDAY = "2026-11-24T16:00:00+01:00"


@kept
def lab(house: House, school: Any, institute: Any) -> LabPage:
    """A lab with a session of every state, counted by two institutes."""
    make_school_year()
    theme = make_theme(house.themes)
    group = make_group(variants=[make_variant()], places=[(school, True)])
    lab = make_lab(
        school,
        "coachen",
        title="Coachen",
        concern="Hoe help ik zonder het antwoord te geven?",
        how_it_works="Je oefent met vragen.",
        takeaway="Een kaartje met vragen.",
        places=[school],
        themes=[theme],
        groups=[group],
        week_in_cycle=3,
        sessions=[
            make_session(date(2026, 11, 24), location=school, room="Atelier", room_en="Studio", capacity=12),
            make_session(date(2026, 12, 16), location=school, state="geannuleerd", reason="Ruimte bezet"),
            make_session(date(2026, 12, 17), location=school),
            make_session(date(2026, 11, 4), location=school),
        ],
    )
    university = make_partner_page(house.partnership, "universiteit-utrecht")
    make_outcome(institute, "HU-D3", labs=[lab], themes=[theme], verwerking="Een gesprek over een les")
    make_outcome(university, "UU-D2", labs=[lab], themes=[theme], verwerking="Vragen met gegevens")
    make_outcome(institute, "HU-X", themes=[theme])
    return lab


def soup(client: Any, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@time_machine.travel(TUESDAY)
def test_each_session_says_its_state_in_words_and_what_is_over_is_folded_away(client: Any, lab: LabPage) -> None:
    page = soup(client, lab.get_url())

    states = [state["data-state"] for state in page.select("tr .state")]
    assert states == ["busy", "off", "walk", "past"]
    assert all(state.get_text(strip=True) for state in page.select(".state"))
    assert [row["data-session"] for row in page.select("details tr[data-session]")] == [
        str(lab.sessions.order_by("starts").first().uid)
    ]
    assert "Ruimte bezet" in page.select("tr")[2].get_text()


@time_machine.travel(TUESDAY)
def test_the_outcomes_of_both_institutes_stand_side_by_side_after_the_shared_start(client: Any, lab: LabPage) -> None:
    page = soup(client, lab.get_url())

    assert [head.get_text() for head in page.select(".pair h3")] == ["Hogeschool Utrecht", "Universiteit Utrecht"]
    assert [link.get_text() for link in page.select(".pair li a")] == ["Leerresultaat HU-D3", "Leerresultaat UU-D2"]
    assert "zonder het antwoord" in page.select_one(".shared").get_text()


@time_machine.travel(TUESDAY)
def test_the_margin_leads_to_location_group_theme_and_calendar(client: Any, lab: LabPage) -> None:
    margin = soup(client, lab.get_url()).select_one("aside.margin")

    addresses = [link["href"] for link in margin.select("a")]
    assert addresses[:3] == [
        "/nl/locaties/academie-tien/",
        "/nl/curriculum/opleidingsgroepen/hbo-1/",
        "/nl/curriculum/themas/pedagogiek/",
    ]
    assert addresses[4] == "webcal://testserver/nl/labs/agenda.ics?lab=coachen"


@time_machine.travel(TUESDAY)
def test_the_english_page_has_english_words_and_the_same_facts(client: Any, house: House, lab: LabPage) -> None:
    in_english(house.labs, slug="labs")
    in_english(house.curriculum)
    english = in_english(lab, title="Coaching", concern="How do I help without giving the answer?")
    page = soup(client, english.get_url())

    assert [state["data-state"] for state in page.select("tr .state")] == ["busy", "off", "walk", "past"]
    assert "Studio" in page.select_one("tr[data-session]").get_text()
    assert page.select_one(".shared p").get_text().count("How do I help") == 1
    assert "webcal://testserver/en/labs/calendar.ics?lab=coachen" in [a["href"] for a in page.select("aside.margin a")]


@time_machine.travel(TUESDAY)
def test_search_engines_read_a_course_with_the_sessions_that_take_place(client: Any, lab: LabPage) -> None:
    script = soup(client, lab.get_url()).select_one('script[type="application/ld+json"]')
    course = next(item for item in json.loads(script.get_text())["@graph"] if item["@type"] == "Course")

    assert course["name"] == "Coachen"
    assert [instance["startDate"][:10] for instance in course["hasCourseInstance"]] == ["2026-11-24", "2026-12-17"]


@time_machine.travel(TUESDAY)
def test_a_lab_behind_a_restriction_is_in_no_list(client: Any, house: House, lab: LabPage) -> None:
    PageViewRestriction.objects.create(page=lab, restriction_type=PageViewRestriction.LOGIN)

    assert soup(client, "/nl/labs/").select(".lab") == []


@time_machine.travel(TUESDAY)
def test_labs_that_share_a_theme_are_offered_before_those_for_the_same_group(
    client: Any, house: House, school: Any, lab: LabPage
) -> None:
    group = lab.groups.first().group
    make_lab(school, "zelfde-groep", title="Zelfde groep", groups=[group], sessions=[make_session(date(2026, 12, 1))])
    make_lab(school, "zelfde-thema", title="Zelfde thema", themes=[lab.themes.first().theme])
    page = soup(client, lab.get_url())

    related = page.find(id="related").find_parent("section")
    assert [link.get_text() for link in related.select("li a")] == ["Zelfde thema", "Zelfde groep"]


@time_machine.travel(TUESDAY)
def test_the_preview_of_a_draft_shows_the_dates_of_the_draft(rf: Any, house: House, lab: LabPage) -> None:
    doorn = make_location(house.locations, "nxt-doorn")
    draft = lab.get_latest_revision_as_object()
    draft.sessions = [*draft.sessions.all(), make_session(date(2027, 1, 20), location=doorn)]
    draft.title = "Coachen, nieuw"

    response = draft.make_preview_request()
    page = BeautifulSoup(response.rendered_content, "html.parser")

    assert page.h1.get_text() == "Coachen, nieuw"
    assert len(page.select("tr .state")) == 5
    assert "Nxt Doorn" in page.select("tr[data-session]")[3].get_text()
