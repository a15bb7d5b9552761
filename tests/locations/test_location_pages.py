"""The list of locations, the comparison and the page of a location, as a visitor reads them."""

import json
from datetime import date, time
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from locations.models import DayStop, Journey, LocationContact
from news.models import StoryLocation
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
WRONG_KEY = "Een andere vraag hierboven heeft deze korte naam al. Kies een andere."


@pytest.fixture
def street(house: House, filled_school: Any) -> list[Any]:
    """Academie Tien with everything, NXT Doorn with almost nothing."""
    return [filled_school, make_location(house.locations, "nxt-doorn", status="toetredend")]


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


def test_the_comparison_shows_first_in_what_locations_differ_with_honest_gaps(
    house: House, street: list[Any], read: Read
) -> None:
    page = read("/nl/locaties/vergelijken/")
    table = page.select_one("section[aria-labelledby=differ] table")
    gaps = [cell.get_text(strip=True) for cell in table.select("td.gap")]

    assert [cell.get_text(strip=True) for cell in table.select("thead th")][1:] == ["Academie Tien", "Nxt Doorn"]
    assert len(gaps) >= 4
    assert all(gaps)
    assert {cell["scope"] for cell in table.select("th")} == {"col", "row"}
    assert "nog niet ingevuld" not in page.get_text()


def test_what_locations_have_in_common_is_folded_below(house: House, street: list[Any], read: Read) -> None:
    street[1].town = "Utrecht"
    street[1].save_revision().publish()

    page = read("/nl/locaties/vergelijken/")
    folded = page.select_one("main details")

    assert [row.get_text(strip=True) for row in folded.select("tbody th")] == ["Plaats"]
    assert "Plaats" not in [row.get_text(strip=True) for row in page.select("#differ ~ * tbody th, section tbody th")]
    assert "één punt" in folded.summary.get_text()


def test_two_locations_are_laid_side_by_side_with_their_day_way_and_stories(
    house: House, street: list[Any], read: Read
) -> None:
    school = street[0]
    school.day = [DayStop(starts=time(8, 15), title="Je team", locale=school.locale)]
    school.journeys = [Journey(origin="Utrecht Centraal", by="bus", minutes=15, source="9292", checked_on=date.today())]
    school.save_revision().publish()
    make_story(school, "een-verhaal", places=[StoryLocation(location=school)])

    page = read("/nl/locaties/vergelijken/?locatie=academie-tien&locatie=nxt-doorn")
    cells = {row.th.get_text(strip=True): row.td for row in page.select("tbody tr")}

    assert page.select(".table.versus")
    assert "08.15 Je team" in cells["Een dag hier"].get_text()
    assert "15 minuten" in cells["Reis erheen"].get_text()
    assert cells["Verhalen"].a.get_text(strip=True) == "1 verhaal"


def test_a_location_leads_to_itself_beside_another(house: House, street: list[Any], read: Read) -> None:
    section = read("/nl/locaties/academie-tien/").select_one("section[aria-labelledby=next]")
    (link,) = section.select(".try a")

    assert link["href"] == "/nl/locaties/vergelijken/?locatie=academie-tien&locatie=nxt-doorn"
    assert link.get_text() == "Nxt Doorn"


def test_a_question_has_an_address_of_its_own_in_both_languages(house: House, street: list[Any], read: Read) -> None:
    answers = [{"location": location, "reason": f"Reden {number}."} for number, location in enumerate(street)]
    asked = {"key": "past-po", "question": "Past het po bij mij?", "answers": answers}
    house.locations.questions.append(("question", asked))
    house.locations.save_revision().publish()
    in_english(house.locations)

    listed = read("/nl/locaties/").select_one("section[aria-labelledby=questions] h3 a")
    page = read(listed["href"])

    assert listed["href"] == "/nl/locaties/ontwikkelvraag/past-po/"
    assert page.h1.get_text(strip=True) == "Past het po bij mij?"
    assert [item.p.get_text(strip=True) for item in page.select("li.loc")] == ["Reden 0.", "Reden 1."]
    assert page.select("main a[href$='?locatie=academie-tien&locatie=nxt-doorn']")
    assert [link["href"] for link in page.select(".lang a")] == ["/en/locaties/question/past-po/"]
    read("/nl/locaties/ontwikkelvraag/nergens/", status=404)


def ask(page: Any, **words: str) -> None:
    """Add a question without answers to a list of locations."""
    page.questions.append(("question", {"answers": [], **words}))
    page.save_revision().publish()


def test_the_language_switch_of_a_question_leads_to_it_whatever_its_key_is_there(
    house: House, client: Client, read: Read
) -> None:
    ask(house.locations, question="Past het po bij mij?", key="past-po")
    english = in_english(house.locations)
    english.questions[0].value["key"] = ""
    english.save_revision().publish()
    kept_under = str(english.questions[0].id)[:8]

    (link,) = read("/nl/locaties/ontwikkelvraag/past-po/").select(".lang a")
    there = client.get(str(link["href"]))
    (back,) = read(there["Location"]).select(".lang a")

    assert (there.status_code, there["Location"]) == (302, f"/en/locaties/question/{kept_under}/")
    assert client.get(str(back["href"]))["Location"] == "/nl/locaties/ontwikkelvraag/past-po/"


def test_the_language_switch_of_a_question_that_the_other_language_lacks_leads_to_the_list(
    house: House, client: Client, read: Read
) -> None:
    english = in_english(house.locations)
    ask(house.locations, question="Past het po bij mij?", key="past-po")

    (link,) = read("/nl/locaties/ontwikkelvraag/past-po/").select(".lang a")
    answer = client.get(str(link["href"]))

    assert (answer.status_code, answer["Location"]) == (302, english.get_url())


def test_two_questions_may_not_share_an_address(house: House, admin_user: Any, client: Client) -> None:
    keys = ("past-po", "past-vo", "past-po")
    asked = [("question", {"question": "Past het?", "key": key, "answers": streamfield([])}) for key in keys]
    sections = {"questions": streamfield(asked), "body": streamfield([]), "sectors": inline_formset([])}
    form = nested_form_data({"title": "Locaties", "slug": "locaties", "summary": "Alle.", **sections})
    client.force_login(admin_user)

    answer = client.post(reverse("wagtailadmin_pages:edit", args=[house.locations.pk]), form)

    (wrong,) = answer.context["form"].errors.as_data()["questions"]
    assert list(wrong.block_errors) == [2]
    assert wrong.block_errors[2].block_errors["key"].messages == [WRONG_KEY]
    assert WRONG_KEY in answer.content.decode()
    assert len(house.locations.get_latest_revision_as_object().questions) == 0


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

    link = read("/en/locaties/your-route/?variant=hbo-voltijd&jaar=jaar-1&locatie=academie-tien").select_one(
        ".your-week .notice a[href$='#contact']"
    )

    assert " ".join(link.get_text().split()) == "Ask Academie Tien a question"
    assert link.find_parent(lang=True)["lang"] == "en"
    assert [mark.get_text() for mark in link.select("[lang=nl]")] == ["Academie Tien"]


def test_the_comparison_remembers_which_locations_were_chosen(house: House, street: list[Any], read: Read) -> None:
    page = read("/nl/locaties/vergelijken/?locatie=nxt-doorn&locatie=nergens")

    assert [cell.get_text(strip=True) for cell in page.select("thead th")][1:] == ["Nxt Doorn"]
    assert [box["value"] for box in page.select("input[checked]")] == ["nxt-doorn"]
    assert "nergens" in page.select_one(".notice.error").get_text()


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/nl/locaties/compare/?locatie=nxt-doorn", "/nl/locaties/vergelijken/?locatie=nxt-doorn"),
        ("/nl/locaties/your-route/", "/nl/locaties/jouw-route/"),
        ("/en/locaties/vergelijken/", "/en/locaties/compare/"),
        ("/en/locaties/jouw-route/?jaar=jaar-1", "/en/locaties/your-route/?jaar=jaar-1"),
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
