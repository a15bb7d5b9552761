"""Whoever deletes or unpublishes a page says in the same step where visitors should go."""

from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction

from tests.factories import (
    House,
    in_english,
    make_lab,
    make_location,
    make_news,
    make_outcome,
    make_partner_page,
    make_standard,
    make_story,
)
from tests.permissions.spellings import spellings
from tests.portal.departing import editor_of, led_to, main_of, read, screen, technical, text_of

pytestmark = pytest.mark.django_db
ACTIONS = ("delete", "unpublish", "bulk delete", "bulk unpublish")


def status_of(action: str) -> int:
    """Gone for good is said for good; what can come back is not."""
    return 301 if "delete" in action else 302


@pytest.fixture
def editor(school: Any) -> Client:
    """The browser of an editor of Academie Tien, who may make no redirects in the admin."""
    return editor_of(school)


@pytest.fixture
def lab(school: Any) -> Any:
    """A lab that leaves."""
    return make_lab(school, "kijken", title="Kijken")


@pytest.mark.parametrize("action", ACTIONS)
def test_nowhere_is_what_happens_when_nothing_is_chosen(editor: Client, lab: Any, action: str) -> None:
    address = lab.get_url()

    editor.post(screen(action, lab))

    assert led_to(address) == (404, address)


@pytest.mark.parametrize("action", ACTIONS)
def test_visitors_go_to_the_page_above(editor: Client, school: Any, lab: Any, action: str) -> None:
    address = lab.get_url()

    said = text_of(editor.post(screen(action, lab), {"visitors": "above"}, follow=True))

    assert led_to(address) == (status_of(action), school.get_url())
    assert led_to(f"{address}?bron=mail") == (status_of(action), f"{school.get_url()}?bron=mail")
    assert f"Bezoekers van het oude adres komen nu op “{school.title}”." in said


@pytest.mark.parametrize("action", ACTIONS)
def test_visitors_go_to_a_page_of_ones_choice_also_of_another_partner(
    house: House, editor: Client, lab: Any, action: str
) -> None:
    target = make_lab(make_location(house.locations, "nxt-doorn"), "anders")
    address = lab.get_url()

    editor.post(screen(action, lab), {"visitors": "page", "visitors_page": target.pk})

    assert led_to(address) == (status_of(action), target.get_url())


@pytest.mark.parametrize("action", ACTIONS)
def test_the_english_page_and_what_stood_below_lead_on_too(school: Any, action: str) -> None:
    in_english(school)
    folder, target = make_standard(school, "map"), make_standard(school, "nieuw")
    below = make_standard(folder, "onder")
    pages = [folder, below]
    twins = [in_english(folder), in_english(below)]
    addresses = [page.get_url() for page in pages]
    english_addresses = [page.get_url() for page in twins]
    english = in_english(target)

    sent = {"visitors": "page", "visitors_page": target.pk, "include_descendants": "on"}
    technical().post(screen(action, folder), sent)

    assert [led_to(address)[1] for address in addresses] == [target.get_url()] * 2
    assert [led_to(address) for address in english_addresses] == [(status_of(action), english.get_url())] * 2


def test_what_stays_online_below_keeps_its_visitors(editor: Client, school: Any) -> None:
    folder = make_standard(school, "map")
    below = make_standard(folder, "onder")

    editor.post(screen("unpublish", folder), {"visitors": "above"})

    assert led_to(below.get_url()) == (200, below.get_url())


def test_without_an_english_page_the_visitors_come_to_the_dutch_one(editor: Client, school: Any, lab: Any) -> None:
    in_english(school)
    address, target = in_english(lab).get_url(), make_standard(school, "nieuw")

    editor.post(screen("delete", lab), {"visitors": "page", "visitors_page": target.pk})

    assert led_to(address) == (301, target.get_url())


@pytest.mark.parametrize("action", ACTIONS)
def test_an_english_page_alone_can_lead_to_its_dutch_one(editor: Client, school: Any, lab: Any, action: str) -> None:
    in_english(school)
    twin = in_english(lab)
    address = twin.get_url()

    editor.post(screen(action, twin), {"visitors": "page", "visitors_page": lab.pk})

    assert led_to(address) == (status_of(action), lab.get_url())
    assert led_to(lab.get_url()) == (200, lab.get_url())


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_short_addresses_in_print_lead_on_too(house: House, school: Any, action: str) -> None:
    in_english(house.labs)
    in_english(school)
    lab, story = make_lab(school, "kijken"), make_story(school, "verteld")
    outcome = make_outcome(make_partner_page(house.partnership, "hogeschool-rotterdam"), "HR-1")
    pages = [lab, story, outcome]
    short = [f"/nl/labs/{lab.content_key}/", f"/nl/verhalen/{story.content_key}/"]
    short += [f"/nl/curriculum/leerresultaten/{outcome.content_key}/", f"/en/labs/{lab.content_key}/"]
    in_english(lab)
    assert [led_to(address)[0] for address in short] == [302] * 4

    browser = technical()
    for page in pages:
        browser.post(screen(action, page), {"visitors": "page", "visitors_page": school.pk})

    status, english = status_of(action), read(school).get_translation(Locale.objects.get(language_code="en"))
    assert [led_to(address) for address in short] == [(status, school.get_url())] * 3 + [(status, english.get_url())]

    if action == "unpublish":
        for page in pages:
            read(page).save_revision().publish()
        assert not Redirect.objects.exists()


@pytest.mark.parametrize("action", ACTIONS)
def test_visitors_are_never_led_to_what_they_cannot_read(house: House, school: Any, action: str) -> None:
    in_english(school)
    other, page, browser = make_location(house.locations, "nxt-doorn"), make_standard(school, "map"), technical()
    offline, draft = make_news(other, "offline", title="Geheim concept"), make_news(school, "concept")
    private = make_news(other, "besloten", title="Geheim bericht")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    below, english, root = make_standard(page, "onder"), in_english(page), Page.get_first_root_node()
    for unpublished in (offline, draft):
        unpublished.unpublish()

    for target in (offline, draft, private, page, below, english, root):
        sent = {"visitors": "page", "visitors_page": target.pk, "include_descendants": "on"}
        answer = browser.post(screen(action, page), sent)
        main = main_of(answer)
        assert "Kies een pagina" in error_beside(main, "visitors_page"), target
        assert "eheim" not in answer.content.decode()
        assert main.find("input", {"name": "visitors", "value": "page"}).has_attr("checked")
        if "unpublish" in action:
            assert main.find("input", {"name": "include_descendants"}).has_attr("checked")

    assert read(page).live
    assert not Redirect.objects.exists()


def error_beside(main: Any, field: str) -> str:
    """What is said beside a field."""
    found = main.find(attrs={"data-contentpath": field}).find(class_="error-message")
    return str(found.get_text()).strip() if found else ""


@pytest.mark.parametrize("action", ["delete", "bulk unpublish"])
def test_no_spelling_of_a_number_is_a_page(house: House, editor: Client, lab: Any, action: str) -> None:
    target = make_news(make_location(house.locations, "nxt-doorn"), "bericht", title="Het bericht")

    for spelled in spellings(target.pk):
        answer = editor.post(screen(action, lab), {"visitors": "page", "visitors_page": spelled})
        assert error_beside(main_of(answer), "visitors_page"), spelled
        assert "Het bericht" not in text_of(answer)
    assert read(lab).live


@pytest.mark.parametrize("action", ACTIONS)
def test_half_an_answer_is_asked_again_beside_its_field(editor: Client, school: Any, lab: Any, action: str) -> None:
    half: list[tuple[dict[str, Any], str, str]] = [
        ({"visitors": "page"}, "visitors_page", "Kies de pagina."),
        ({"visitors": "weg"}, "visitors", "weg is geen beschikbare keuze"),
        ({"visitors": "nowhere", "visitors_page": school.pk}, "visitors", "Je koos ook een pagina."),
    ]
    for sent, field, said in half:
        main = main_of(editor.post(screen(action, lab), sent))
        assert said in error_beside(main, field)
    assert read(lab).live


def test_nobody_is_asked_about_visitors_of_a_page_that_nobody_could_read(editor: Client, lab: Any) -> None:
    read(lab).unpublish()

    assert "Waar moeten bezoekers heen?" not in text_of(editor.get(screen("delete", lab)))
    editor.post(screen("delete", lab), {"visitors": "above"})
    assert not Redirect.objects.exists()


def test_several_pages_lead_each_to_the_page_above_that_stays(editor: Client, school: Any) -> None:
    folder = make_standard(school, "map")
    below, apart = make_standard(folder, "onder"), make_standard(make_standard(school, "elders"), "apart")
    addresses = [page.get_url() for page in (folder, below, apart)]

    editor.post(screen("bulk unpublish", folder, below, apart), {"visitors": "above"})

    places = [school.get_url(), school.get_url(), read(apart).get_parent().get_url()]
    assert [led_to(address)[1] for address in addresses] == places


def test_a_redirect_made_by_hand_for_the_address_gives_way_to_the_newer_choice(
    editor: Client, school: Any, lab: Any
) -> None:
    Redirect.add_redirect(lab.get_url(), make_standard(school, "oud"), site=school.get_site())

    editor.post(screen("delete", lab), {"visitors": "above"})

    assert led_to(lab.get_url())[1] == school.get_url()
