"""Themes, outcomes, groups and gaps as visitors read them."""

from datetime import date
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup

from curriculum.models import OutcomeLab, RhythmElementPage
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
    publish_below,
)
from tests.kept import kept

pytestmark = pytest.mark.django_db
TUESDAY = "2026-11-24T10:00:00+01:00"


@kept
def curriculum(house: House, school: Any, institute: Any) -> dict[str, Any]:
    """Two themes, two institutes: one gap of every kind."""
    doorn = make_location(house.locations, "nxt-doorn")
    pedagogy = make_theme(house.themes, "pedagogiek", title="Pedagogiek")
    writing = make_theme(house.themes, "schrijven", title="Schrijven", kind="vaardigheid")
    group = make_group(variants=[make_variant(name="hbo voltijd")], places=[(school, True), (doorn, False)])
    make_group("hbo-2", order=1)
    lab = make_lab(school, "rust", title="Rust", themes=[pedagogy], groups=[group], places=[school],
                   sessions=[make_session(date(2026, 12, 1), location=school)])  # fmt: skip
    alone = make_lab(school, "alleen", title="Alleen")
    university = make_partner_page(house.partnership, "universiteit-utrecht")
    first = make_outcome(institute, "HU-P1", themes=[pedagogy], groups=[group], labs=[lab], verwerking="Een logboek")
    make_outcome(institute, "HU-S1", themes=[writing], verwerking="Drie teksten")
    make_outcome(university, "UU-P1", themes=[pedagogy], labs=[lab])
    return {
        "lab": lab,
        "alone": alone,
        "first": first,
        "pedagogy": pedagogy,
        "writing": writing,
        "university": university,
    }


def soup(client: Any, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def gaps_on(page: BeautifulSoup, heading: str) -> list[str]:
    return [str(item["data-gap"]) for item in page.find(id=heading).find_parent("section").select("[data-gap]")]


def look(cell: Any) -> str:
    """Return the class of a cell of the table; a full cell has none."""
    return str((cell.get("class") or ["full"])[0])


def test_the_table_has_a_row_per_theme_a_column_per_institute_and_says_its_gaps(client: Any, curriculum: Any) -> None:
    table = soup(client, "/nl/curriculum/").select_one("table")

    assert [head.get_text(" ", strip=True).split(" hbo")[0] for head in table.select("thead th")][1:] == [
        "Hogeschool Utrecht",
        "Universiteit Utrecht",
    ]
    rows = {row.th.get_text(strip=True): [look(cell) for cell in row.select("td")] for row in table.select("tbody tr")}
    assert rows == {"Pedagogiek": ["full", "full"], "Schrijven": ["gap", "na"]}
    assert all(cell.get_text(strip=True) for cell in table.select("td"))
    assert all(head.get("scope") for head in table.select("th"))


def test_the_table_can_be_shown_for_one_training_group(client: Any, curriculum: Any) -> None:
    table = soup(client, "/nl/curriculum/?groep=hbo-1").select_one("table")

    classes = [look(cell) for cell in table.select("tbody td")]
    assert classes == ["full", "full", "gap", "na"]
    classes = [look(cell) for cell in soup(client, "/nl/curriculum/?groep=hbo-2").select("tbody td")]
    assert classes == ["na", "gap", "gap", "na"], "an outcome that names no group is for all, its lab is not"
    assert len(soup(client, "/nl/curriculum/?groep=bestaat-niet").select("td:not(.na)")) == 3


def test_what_is_missing_is_counted_and_a_new_link_closes_two_gaps_at_once(client: Any, curriculum: Any) -> None:
    page = soup(client, "/nl/curriculum/wat-ontbreekt/")
    assert gaps_on(page, "without-lab") == ["hu-s1"]
    assert gaps_on(page, "without-outcome") == ["alleen"]

    outcome = page_of("hu-s1")
    outcome.labs = [OutcomeLab(lab=curriculum["alone"])]
    outcome.save_revision().publish()

    page = soup(client, "/nl/curriculum/wat-ontbreekt/")
    assert gaps_on(page, "without-lab") == []
    assert gaps_on(page, "without-outcome") == []
    said = page.select_one("main").get_text(" ", strip=True)
    assert "Elk leerresultaat heeft een lab." in said
    assert "Elk lab telt voor een leerresultaat." in said
    assert "nog geen lab dat erbij helpt" not in said, "nothing is asked of which nothing is missing"


def page_of(key: str) -> Any:
    from curriculum.models import OutcomePage

    return OutcomePage.objects.get(content_key=key)


def test_a_lab_that_goes_offline_leaves_its_outcomes_without_a_lab(client: Any, curriculum: Any) -> None:
    curriculum["lab"].unpublish()

    assert gaps_on(soup(client, "/nl/curriculum/wat-ontbreekt/"), "without-lab") == ["hu-p1", "hu-s1", "uu-p1"]


@time_machine.travel(TUESDAY)
def test_a_theme_shows_the_outcomes_of_both_institutes_and_its_labs(client: Any, curriculum: Any) -> None:
    page = soup(client, "/nl/curriculum/themas/pedagogiek/")

    assert [head.get_text() for head in page.select(".pair h3")] == ["Hogeschool Utrecht", "Universiteit Utrecht"]
    assert "Een logboek" in page.select_one(".pair").get_text()
    assert [link.get_text() for link in page.select(".lab h3 a")] == ["Rust"]
    assert soup(client, "/nl/curriculum/themas/schrijven/").select_one("section .notice.gap") is not None


def test_themes_stand_under_their_kind(client: Any, curriculum: Any) -> None:
    page = soup(client, "/nl/curriculum/themas/")

    assert len(page.select("h2")) >= 2
    assert [link.get_text() for link in page.select(".onward a")] == ["Pedagogiek", "Schrijven"]


def test_an_outcome_names_its_labs_and_what_another_institute_asks(client: Any, curriculum: Any) -> None:
    page = soup(client, curriculum["first"].get_url())

    assert [link.get_text() for link in page.select(".lab h3 a")] == ["Rust"]
    others = page.find(id="others").find_parent("section")
    assert [link.get_text() for link in others.select("li a")] == ["Leerresultaat UU-P1"]


def test_a_short_address_leads_to_the_outcome_in_its_institutes_space(client: Any, curriculum: Any) -> None:
    response = client.get("/nl/curriculum/leerresultaten/hu-p1/")

    assert response.status_code == 302
    assert response["Location"] == "/nl/over-het-opleidingshuis/partnerschap/hogeschool-utrecht/hu-p1/"
    assert client.get("/nl/curriculum/leerresultaten/bestaat-niet/").status_code == 404


def test_all_outcomes_are_listed_per_institute(client: Any, curriculum: Any) -> None:
    page = soup(client, "/nl/curriculum/leerresultaten/")

    codes = [[cell.get_text() for cell in table.select("tbody td:first-child")] for table in page.select("table")]
    assert codes == [["HU-P1", "HU-S1"], ["UU-P1"]]


@time_machine.travel(TUESDAY)
def test_a_group_says_who_is_in_it_where_it_meets_and_which_labs_it_has(client: Any, curriculum: Any) -> None:
    listed = soup(client, "/nl/curriculum/opleidingsgroepen/")
    assert listed.select_one("tbody th a")["href"] == "/nl/curriculum/opleidingsgroepen/hbo-1/"

    page = soup(client, "/nl/curriculum/opleidingsgroepen/hbo-1/")
    margin = page.select_one("aside.margin").get_text(" ", strip=True)
    assert "hbo voltijd" in margin
    assert margin.index("Academie Tien") < margin.index("Nxt Doorn")
    assert [link.get_text() for link in page.select(".lab h3 a")] == ["Rust"]
    assert client.get("/nl/curriculum/opleidingsgroepen/bestaat-niet/").status_code == 404


def test_views_have_a_name_in_each_language_and_lead_to_the_right_one(
    client: Any, house: House, curriculum: Any
) -> None:
    in_english(house.curriculum)

    assert client.get("/en/curriculum/opleidingsgroepen/hbo-1/")["Location"] == "/en/curriculum/training-groups/hbo-1/"
    page = soup(client, "/en/curriculum/training-groups/hbo-1/")
    assert page.select_one('.lang a[hreflang="nl"]')["href"] == "/nl/curriculum/opleidingsgroepen/hbo-1/"
    assert page.h1.get_text() == "Groep hbo-1"


@time_machine.travel(TUESDAY)
def test_an_element_of_the_rhythm_says_when_it_comes_next(client: Any, house: House) -> None:
    make_school_year()
    element = publish_below(
        house.about,
        RhythmElementPage(title="Intervisie", slug="intervisie", cadence="driewekelijks", week=2, purpose="Meedenken"),
    )
    page = soup(client, element.get_url())

    assert page.select_one("aside time")["datetime"] == "2026-12-07"
    assert len(page.select(".rhythm li")) == 3


def test_an_empty_curriculum_is_still_a_page(client: Any, house: House) -> None:
    for path in ("", "opleidingsgroepen/", "leerresultaten/", "wat-ontbreekt/", "themas/"):
        assert soup(client, f"/nl/curriculum/{path}").h1.get_text()


def test_the_preview_of_an_outcome_shows_the_labs_of_the_draft(curriculum: Any) -> None:
    draft = page_of("hu-s1").get_latest_revision_as_object()
    draft.labs = [OutcomeLab(lab=curriculum["alone"])]

    page = BeautifulSoup(draft.make_preview_request().rendered_content, "html.parser")

    assert [link.get_text() for link in page.select(".lab h3 a")] == ["Alleen"]
