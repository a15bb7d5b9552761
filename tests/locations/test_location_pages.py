"""The list of locations, the comparison and the page of a location, as a visitor reads them."""

import json
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from locations.models import LocationContact
from tests.factories import (
    House,
    in_english,
    make_group,
    make_lab,
    make_location,
    make_news,
    make_partner,
    make_session,
    make_standard,
    make_story,
    make_variant,
)
from tests.locations.conftest import Read

pytestmark = pytest.mark.django_db


def test_the_list_shows_every_location_with_what_is_known_of_it(house: House, street: list[Any], read: Read) -> None:
    page = read("/nl/locaties/")
    items = page.select("li.loc")

    assert [item.h3.get_text(strip=True) for item in items] == ["Academie Tien", "Nxt Doorn"]
    assert "Utrecht" in items[0].get_text()
    assert [term.get_text() for term in items[1].select("dt")] == ["Status"]


def test_a_filter_counts_and_narrows_the_list(house: House, street: list[Any], read: Read) -> None:
    page = read("/nl/locaties/?status=toetredend")

    assert [item.h3.get_text(strip=True) for item in page.select("li.loc")] == ["Nxt Doorn"]
    assert page.select_one("input[name=status][value=actief]")["data-count"] == "1"
    assert page.select_one("input[name=status][value=toetredend]").has_attr("checked")
    assert page.select_one(".chip")["href"] == "?"


def test_filters_without_meaning_or_match_give_a_page_and_not_an_error(
    house: House, street: list[Any], read: Read
) -> None:
    assert len(read("/nl/locaties/?status=%00&sector=onzin&kenmerk=").select("li.loc")) == 2
    assert read("/nl/locaties/?status=verkend").select(".notice a[href='/nl/locaties/']")


def test_the_sketch_is_drawn_here_and_links_to_a_street_map(house: House, street: list[Any], read: Read) -> None:
    figure = read("/nl/locaties/").select_one("figure.map")

    assert "Academie Tien (Utrecht)" in figure.title.get_text()
    assert not figure.select("img, image, iframe")
    assert figure.select_one("a[rel~=external]")["href"].startswith("https://www.openstreetmap.org/?mlat=52.0907")
    assert "Nxt Doorn" in figure.figcaption.get_text()


def test_a_question_leads_to_the_locations_that_fit(house: House, street: list[Any], read: Read) -> None:
    answers = [{"location": street[0], "reason": "Je leert de junioren kennen."}]
    house.locations.questions.append(("question", {"question": "Past het po bij mij?", "answers": answers}))
    house.locations.save_revision().publish()
    in_english(street[0], title="Academie Tien in English")

    section = read("/nl/locaties/").select_one("section[aria-labelledby=questions]")
    english = read(f"/en/{house.locations.slug}/").select_one("section[aria-labelledby=questions]")

    assert section.select_one("li a")["href"] == "/nl/locaties/academie-tien/"
    assert "Je leert de junioren kennen." in section.get_text()
    assert english.select_one("li a").get_text() == "Academie Tien in English"


def test_a_list_without_locations_says_so(house: House, read: Read) -> None:
    assert read("/nl/locaties/").select(".notice.gap")


def test_words_of_the_portal_beside_dutch_ones_are_not_marked_as_dutch(
    house: House, street: list[Any], read: Read
) -> None:
    make_group("een-groep", places=[(street[0], False)])
    in_english(house.locations)

    (note,) = read("/en/locaties/compare/").find_all("small", string="meets elsewhere")

    assert note.find_parent(lang=True)["lang"] == "en"
    assert note.parent.find(lang="nl") is not None


def test_the_way_to_ask_a_location_is_said_in_the_language_of_the_page(
    house: House, street: list[Any], read: Read
) -> None:
    make_variant("hbo-voltijd")
    in_english(house.locations)

    link = read("/en/locaties/your-route/?programme=hbo-voltijd&year=year-1&location=academie-tien").select_one(
        ".your-week .notice a[href$='#contact']"
    )

    assert " ".join(link.get_text().split()) == "Ask Academie Tien a question"
    assert link.find_parent(lang=True)["lang"] == "en"
    assert [mark.get_text() for mark in link.select("[lang=nl]")] == ["Academie Tien"]


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/nl/locaties/compare/?locatie=nxt-doorn", "/nl/locaties/vergelijken/?locatie=nxt-doorn"),
        ("/nl/locaties/your-route/", "/nl/locaties/jouw-route/"),
        ("/en/locaties/vergelijken/", "/en/locaties/compare/"),
        ("/en/locaties/jouw-route/?year=year-1", "/en/locaties/your-route/?year=year-1"),
        ("/nl/aansluiten/trajectory/", "/nl/aansluiten/traject/"),
    ],
)
def test_a_name_in_the_other_language_leads_to_the_name_of_the_page(
    house: House, client: Client, path: str, target: str
) -> None:
    in_english(house.locations)

    answer = client.get(path)

    assert (answer.status_code, answer["Location"]) == (302, target)


def test_the_language_switch_of_a_tool_leads_to_the_same_tool(house: House, street: list[Any], read: Read) -> None:
    in_english(house.locations)

    links = {
        path: [link["href"] for link in read(path).select(".lang a")]
        for path in ("/nl/locaties/vergelijken/", "/en/locaties/your-route/")
    }

    assert links["/nl/locaties/vergelijken/"] == ["/en/locaties/compare/"]
    assert links["/en/locaties/your-route/"] == ["/nl/locaties/jouw-route/"]


def test_the_labs_of_a_location_can_be_followed_in_a_calendar(house: House, filled_school: Any, read: Read) -> None:
    make_lab(filled_school, "coachen", places=[filled_school])

    links = [link["href"] for link in read("/nl/locaties/academie-tien/").select("section[aria-labelledby=labs] a")]

    file = "/nl/labs/agenda.ics?locatie=academie-tien"
    assert {f"webcal://testserver{file}", file} <= set(links)


def test_a_location_shows_its_units_as_a_drawing_and_in_words(house: House, filled_school: Any, read: Read) -> None:
    section = read("/nl/locaties/academie-tien/").select_one("section[aria-labelledby=units]")
    junior = section.select(".cols > div")[1].get_text()

    assert [label.get_text(strip=True) for label in section.select("svg text")][:2] == ["Bovenbouw", "Junioren"]
    assert section.svg.title
    assert "10" in junior
    assert "filosofie" in junior.lower() or "philosophy" in junior.lower()


def test_a_location_shows_no_heading_for_what_nobody_told_and_its_preview_says_what_is_missing(
    house: House, read: Read
) -> None:
    unic = make_location(house.locations, "unic", status="toetredend", joins_from=date(2022, 9, 1))

    page = read("/nl/locaties/unic/")
    preview = BeautifulSoup(unic.make_preview_request(preview_mode="").rendered_content, "html.parser")

    assert "2022" in page.select_one("dl.facts").get_text()
    assert not page.select("main .notice.gap, aside.margin")
    assert {"day", "team", "units", "stories", "way"}.isdisjoint(heading["id"] for heading in page.select("main h2"))
    assert len(preview.select("main .notice.gap li")) == 8


def test_a_filled_location_asks_for_nothing_but_contacts(house: House, filled_school: Any, read: Read) -> None:
    filled_school.contacts = [LocationContact(task="labs", role="De labcoach", email="labs@tien.example")]
    filled_school.save_revision().publish()

    page = read("/nl/locaties/academie-tien/")

    assert not page.select("main .notice.gap")
    assert page.select_one("a[href='mailto:labs@tien.example']")
    section = page.select_one("section[aria-labelledby=contact]")
    assert len(section.select("li")) == 1
    assert "nog niet ingevuld" not in section.get_text()


def test_a_location_shows_groups_labs_stories_and_pages_of_its_space(
    house: House, filled_school: Any, read: Read
) -> None:
    group = make_group(variants=[make_variant()], places=[(filled_school, False)])
    make_lab(
        filled_school,
        "didactisch-coachen",
        places=[filled_school],
        groups=[group],
        sessions=[make_session(date(2099, 12, 1), location=filled_school)],
    )
    make_story(filled_school, "een-verhaal", places=[])
    make_standard(filled_school, "junior-afdeling", title="De junior-afdeling")
    make_news(filled_school, "open-dag", title="Open dag")

    page = read("/nl/locaties/academie-tien/")

    assert "Groep hbo-1" in page.select_one("section[aria-labelledby=groups]").get_text()
    assert page.select_one("li.lab a").get_text() == "Didactisch coachen"
    assert {"De junior-afdeling", "Open dag"} <= {link.get_text() for link in page.select("main .onward a")}


def test_the_board_and_the_formality_stand_beside_the_name(house: House, read: Read) -> None:
    board = make_partner("nuovo-scholen", kind="schoolbestuur")
    partner = make_partner("academie-tien", linked_to=board, formality="informeel")
    make_location(house.locations, represents=partner)

    page = read("/nl/locaties/academie-tien/")

    assert "Nuovo Scholen" in page.select_one("dl.facts").get_text()
    assert page.select_one(".formality")["data-f"] == "informeel"


def test_search_engines_learn_the_town_and_nothing_more_precise(house: House, filled_school: Any, read: Read) -> None:
    data = json.loads(str(read("/nl/locaties/academie-tien/").select_one("script[type='application/ld+json']").string))
    school = next(item for item in data["@graph"] if item["@type"] == "School")

    assert school["address"]["addressLocality"] == "Utrecht"
    assert set(school) == {"@type", "name", "url", "address"}


def test_an_english_location_reads_facts_from_the_dutch_page(house: House, filled_school: Any, read: Read) -> None:
    english = in_english(filled_school, title="Academie Tien", what_is_different="Primary and secondary together.")
    filled_school.town = "Utrecht Oost"
    filled_school.save_revision().publish()

    page = read(english.get_url())

    assert "Utrecht Oost" in page.select_one("dl.facts").get_text()
    assert "Primary and secondary together." in page.get_text()
    assert [label.get_text(strip=True) for label in page.select(".ages text")][:2] == ["Bovenbouw", "Junioren"]


def test_an_unfinished_location_can_be_previewed(house: House, client: Client, admin_user: Any) -> None:
    from locations.models import LocationPage

    page = LocationPage(title="Nieuw", slug="nieuw", locale=house.locations.locale)
    page.path, page.depth = f"{house.locations.path}0001", 4
    answer = page.make_preview_request(preview_mode="")

    assert answer.status_code == 200
