"""What is missing between institutes and labs: per institute and group, both ways, until a link closes it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from curriculum.mapping.desk import links_to_make
from curriculum.mapping.gaps import Gaps
from curriculum.models import LabEdition, OutcomeLab, OutcomePage
from portal.partners.access.policy import access_of
from tests.budgets import MOST, queries
from tests.factories import (
    House,
    make_editor,
    make_group,
    make_lab,
    make_outcome,
    make_partner_page,
    make_session,
    make_theme,
)
from tests.kept import kept
from tests.portal.departing import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
MISSING = "/nl/curriculum/wat-ontbreekt/"


@pytest.fixture
def now() -> Any:
    with time_machine.travel("2026-11-24T10:00:00+01:00", tick=False):
        yield


@kept
def bridge(house: House, school: Any, institute: Any) -> SimpleNamespace:
    """Two institutes, two groups, labs for one, for the other and for all; links that leave a gap of every kind."""
    pedagogy = make_theme(house.themes, "pedagogiek", title="Pedagogiek")
    writing = make_theme(house.themes, "schrijven", title="Schrijven")
    first, second = make_group("jaar-1"), make_group("jaar-2")
    session = {"sessions": [make_session(date(2026, 12, 1))]}
    for_first = make_lab(school, "eerste", themes=[pedagogy], groups=[first], **session)
    for_second = make_lab(school, "tweede", themes=[pedagogy], groups=[second])
    make_lab(school, "allen", themes=[writing], sessions=[make_session(date(2026, 12, 2))])
    university = make_partner_page(house.partnership, "universiteit-utrecht")
    return SimpleNamespace(
        pedagogy=pedagogy,
        first=first,
        second=second,
        for_first=for_first,
        for_second=for_second,
        university=university,
        both=make_outcome(institute, "HU-1", themes=[pedagogy], labs=[for_first]),
        open=make_outcome(institute, "HU-2", themes=[pedagogy], groups=[second]),
        undated=make_outcome(university, "UU-1", themes=[pedagogy], groups=[second], labs=[for_second]),
    )


def codes(found: Any) -> list[str]:
    return [page.code for page in found]


def slugs(found: Any) -> list[str]:
    return [page.slug for page in found]


def missing(client: Client, query: str = "") -> dict[str, list[str]]:
    """Return what the page says is missing, by kind."""
    page = BeautifulSoup(client.get(f"{MISSING}{query}").content, "html.parser")
    sections = page.select("section[aria-labelledby^=without]")
    return {
        str(one["aria-labelledby"])[8:]: [str(row["data-gap"]) for row in one.select("[data-gap]")] for one in sections
    }


def test_an_outcome_for_all_groups_is_a_gap_for_the_group_that_none_of_its_labs_is_for(bridge: Any) -> None:
    hu = bridge.both.partner

    assert codes(Gaps(hu).outcomes) == ["HU-2"]
    assert codes(Gaps(hu, bridge.first.translation_key).outcomes) == []
    assert codes(Gaps(hu, bridge.second.translation_key).outcomes) == ["HU-1", "HU-2"]


def test_labs_of_a_group_are_a_gap_of_the_institute_that_counts_none_of_them(bridge: Any) -> None:
    hu, uu = bridge.both.partner, bridge.undated.partner

    assert slugs(Gaps(hu).labs) == ["tweede", "allen"]
    assert slugs(Gaps(uu).labs) == ["eerste", "allen"]
    assert slugs(Gaps(uu, bridge.second.translation_key).labs) == ["allen"]
    assert slugs(Gaps().labs) == ["allen"]
    assert slugs(Gaps(hu, theme=bridge.pedagogy.translation_key).labs) == ["tweede"]


def test_a_lab_without_a_session_to_come_leaves_its_outcome_without_a_date(bridge: Any) -> None:
    uu = bridge.undated.partner
    assert [(found.code, found.has_lab) for found in Gaps(uu).outcomes_without_date] == [("UU-1", True)]

    bridge.for_second.sessions = [make_session(date(2026, 12, 3), state="geannuleerd", reason="Ziek")]
    bridge.for_second.save_revision().publish()
    assert codes(Gaps(uu).outcomes_without_date) == ["UU-1"]

    bridge.for_second.sessions = [make_session(date(2026, 12, 3))]
    bridge.for_second.save_revision().publish()
    assert codes(Gaps(uu).outcomes_without_date) == []


def test_a_lab_that_went_on_in_a_newer_year_is_no_gap_and_helps_nobody_any_more(bridge: Any, school: Any) -> None:
    newer = make_lab(school, "tweede-nieuw", themes=[bridge.pedagogy], groups=[bridge.second])
    LabEdition.objects.create(
        old=bridge.for_second, new=newer, old_year="2026-2027", new_year="2027-2028", made_as=newer.latest_revision.pk
    )

    assert slugs(Gaps(bridge.both.partner).labs) == ["allen", "tweede-nieuw"]
    assert codes(Gaps(bridge.undated.partner).outcomes) == ["UU-1"]


def test_what_no_visitor_can_read_neither_fills_a_gap_nor_is_one(bridge: Any) -> None:
    bridge.for_first.unpublish()

    assert codes(Gaps(bridge.both.partner).outcomes) == ["HU-1", "HU-2"]
    assert "eerste" not in slugs(Gaps(bridge.undated.partner).labs)


def test_the_page_tells_the_gaps_of_the_institute_and_the_group_in_its_address(client: Client, bridge: Any) -> None:
    assert missing(client) == {"lab": ["hu-2"], "date": ["uu-1"], "outcome": ["allen"], "theme": []}

    chosen = missing(client, "?instituut=hogeschool-utrecht&groep=jaar-2")
    assert chosen == {"lab": ["hu-1", "hu-2"], "outcome": ["tweede", "allen"], "theme": []}
    assert missing(client, "?instituut=%00&groep=bestaat-niet") == missing(client)


def test_the_curriculum_and_the_theme_say_in_one_line_what_is_missing(client: Client, bridge: Any) -> None:
    def line(address: str) -> Any:
        return BeautifulSoup(client.get(address).content, "html.parser").select_one(
            ".notice:has(a[href*=wat-ontbreekt])"
        )

    said = line("/nl/curriculum/?instituut=hogeschool-utrecht&groep=jaar-2")
    assert "2 leerresultaten hebben nog geen lab." in " ".join(said.get_text(" ").split())
    assert said.a["href"] == f"{MISSING}?instituut=hogeschool-utrecht&groep=jaar-2"
    assert missing(client, said.a["href"].removeprefix(MISSING))["lab"] == ["hu-1", "hu-2"]

    said = line(f"{bridge.pedagogy.get_url()}?instituut=universiteit-utrecht")
    assert "1 lab telt nog voor geen leerresultaat." in " ".join(said.get_text(" ").split())


def test_the_gaps_cost_as_many_questions_for_many_as_for_few(
    client: Client, bridge: Any, school: Any, institute: Any
) -> None:
    addresses = [MISSING, "/nl/curriculum/?instituut=hogeschool-utrecht&groep=jaar-1", bridge.pedagogy.get_url()]
    editor = make_editor(institute.partner)

    def costs() -> list[int]:
        with CaptureQueriesContext(connection) as desk:
            lines(editor)
            on_the_desk = len(desk)
        return [on_the_desk, *(len(queries(client, address)) for address in addresses)]

    before = costs()
    assert max(before) <= MOST
    for number in range(3):
        make_lab(school, f"lab-{number}", themes=[bridge.pedagogy], groups=[bridge.first])
        make_outcome(institute, f"HU-1{number}", themes=[bridge.pedagogy])
    assert costs() == before


def lines(user: Any) -> list[tuple[str, str]]:
    return [(line.title, line.url) for line in links_to_make(access_of(type(user).objects.get(pk=user.pk)))]


def test_the_desk_of_an_institute_leads_to_the_form_with_the_link_filled_in(bridge: Any, institute: Any) -> None:
    form = reverse("wagtailadmin_pages:edit", args=[bridge.open.pk])
    new = reverse("wagtailadmin_pages:add", args=["curriculum", "outcomepage", institute.pk])
    second, everyone = bridge.for_second, next(lab for lab in Gaps().labs)

    assert lines(make_editor(institute.partner)) == [
        ("HU-2 Leerresultaat HU-2", f"{form}?lab={second.pk}"),
        ("Tweede", f"{form}?lab={second.pk}"),
        ("Allen", f"{new}?lab={everyone.pk}"),
    ]


def test_only_who_edits_for_an_institute_that_asks_something_has_links_to_make(
    bridge: Any, school: Any, house: House
) -> None:
    other = make_partner_page(house.partnership, "mbo-utrecht")

    for editor in (
        make_editor(school.represents),
        make_editor(other.represents),
        make_editor(bridge.university.represents, "translators"),
    ):
        assert lines(editor) == []


def test_the_first_click_opens_the_form_and_publishing_it_closes_the_gap(bridge: Any, institute: Any) -> None:
    browser = sign_in(editor := make_editor(institute.partner))
    (_title, url), *_others = lines(editor)

    shown = browser.get(url)
    rows = shown.context["form"].formsets["labs"].forms
    assert [row.instance.lab_id for row in rows] == [bridge.for_second.pk]
    assert not OutcomeLab.objects.filter(page=bridge.open).exists()

    sent = querydict_from_html(shown.content.decode(), form_id="page-edit-form")
    sent["action-publish"] = "1"
    response = browser.post(url, sent)

    assert response.status_code == 302
    assert [row.lab_id for row in OutcomePage.objects.get(pk=bridge.open.pk).labs.all()] == [bridge.for_second.pk]
    assert [title for title, _url in lines(editor)] == ["Allen"]


def test_a_new_outcome_begins_with_the_lab_its_themes_and_its_groups(bridge: Any, institute: Any) -> None:
    browser = sign_in(make_editor(institute.partner))
    new = reverse("wagtailadmin_pages:add", args=["curriculum", "outcomepage", institute.pk])

    rows = browser.get(f"{new}?lab={bridge.for_second.pk}").context["form"].formsets

    assert [row.instance.lab_id for row in rows["labs"].forms] == [bridge.for_second.pk]
    assert [row.instance.theme_id for row in rows["themes"].forms] == [bridge.pedagogy.pk]
    assert [row.instance.group_id for row in rows["groups"].forms] == [bridge.second.pk]


@pytest.mark.parametrize("asked", ["", "0", "x", "%00", "9" * 40, "٣", "hidden", "twice"])
def test_a_form_opens_as_it_is_whatever_lab_its_address_names(bridge: Any, institute: Any, asked: str) -> None:
    bridge.for_second.unpublish()
    known = {"hidden": bridge.for_second.pk, "twice": bridge.for_first.pk}

    url = reverse("wagtailadmin_pages:edit", args=[bridge.both.pk])
    form = sign_in(make_editor(institute.partner)).get(f"{url}?lab={known.get(asked, asked)}").context["form"]

    assert [row.instance.lab_id for row in form.formsets["labs"].forms] == [bridge.for_first.pk]
