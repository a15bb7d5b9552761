"""Whoever deletes, unpublishes or moves a page sees first what points there, as far as they may know of it."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.factories import House, in_english, make_group, make_guide, make_lab, make_location, make_news, make_standard
from tests.portal.departing import editor_of, main_of, screen, technical, text_of

pytestmark = pytest.mark.django_db
SCREENS = ("delete", "unpublish", "move_confirm", "bulk delete", "bulk unpublish", "bulk move")


@pytest.fixture
def other(house: House) -> Any:
    """The space of another partner."""
    return make_location(house.locations, "nxt-doorn")


def ask(browser: Any, action: str, page: Any, school: Any) -> Any:
    """Open one of the screens."""
    more = [make_news(school, "nieuwe-plek")] if action == "move_confirm" else []
    return browser.get(screen(action, page, *more))


def link_to(page: Any) -> dict[str, Any]:
    """The fields of a page whose text links to another."""
    return {"body": [("paragraph", f'<p>Lees <a linktype="page" id="{page.pk}">dit</a>.</p>')]}


@pytest.mark.parametrize("action", SCREENS)
def test_the_screen_names_pages_that_link_in_their_text(school: Any, other: Any, action: str) -> None:
    lab = make_lab(school, "kijken")
    own = make_news(school, "ons-bericht", title="Ons bericht", **link_to(lab))
    theirs = make_news(other, "hun-bericht", title="Hun bericht", **link_to(lab))

    main = main_of(ask(editor_of(school), action, lab, school))

    links = {link.get_text(): link["href"] for link in main.find_all("a", href=True)}
    assert links["Ons bericht"] == reverse("wagtailadmin_pages:edit", args=[own.pk])
    assert links["Hun bericht"] == theirs.get_url()
    assert "Wat hierheen wijst" in main.get_text()


def test_the_screen_names_relations_and_central_lists(house: House, school: Any, other: Any) -> None:
    lab = make_lab(other, "elders", title="Samen elders", places=[school])
    make_group("hbo-1", name="Groep een", places=[(school, True)])
    page = make_lab(school, "kijken")
    make_guide(
        house.about, "gids", title="De gids", steps=[("step", {"title": "A", "text": link_to(page)["body"][0][1]})]
    )
    core = technical()

    assert "De gids" in text_of(core.get(screen("delete", page)))
    said = text_of(core.get(screen("unpublish", school)))
    assert lab.title in said
    assert "Groep een" in said


@pytest.mark.parametrize("action", SCREENS)
def test_titles_of_others_that_are_not_public_are_counted_and_not_named(school: Any, other: Any, action: str) -> None:
    lab = make_lab(school, "kijken")
    draft = make_news(other, "geheim-concept", title="Geheim concept", **link_to(lab))
    draft.unpublish()
    private = make_news(other, "besloten", title="Besloten bericht", **link_to(lab))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    changed = make_news(other, "openbaar", title="Openbare titel", **link_to(lab))
    changed.title = "Geheime nieuwe titel"
    changed.save_revision()

    said = text_of(ask(editor_of(school), action, lab, school))

    assert "Openbare titel" in said
    assert "eheim" not in said
    assert "Besloten bericht" not in said
    assert "en nog 2 pagina's of onderdelen van anderen, die je niet kunt zien" in said


@pytest.mark.parametrize("action", SCREENS)
def test_what_points_below_is_named_apart_and_what_goes_along_is_not_named(
    school: Any, other: Any, action: str
) -> None:
    in_english(school)
    folder = make_standard(school, "map", title="De map")
    below = make_standard(folder, "onder", title="Onder de map", **link_to(folder))
    in_english(folder, title="The folder", body=link_to(below)["body"])
    make_news(other, "hun-bericht", title="Hun bericht", **link_to(below))

    main = main_of(ask(technical(), action, folder, school))

    apart = main.find(string="Wat wijst naar een pagina eronder").find_parent("h3").find_next("ul")
    assert [row.a.get_text() for row in apart.find_all("li")] == ["Hun bericht"]
    assert "Geen enkele pagina wijst hierheen." in main.get_text()


def test_what_points_at_the_english_page_is_named_too(school: Any, other: Any) -> None:
    in_english(school)
    in_english(other)
    lab = make_lab(school, "kijken")
    twin = in_english(lab)
    in_english(make_news(other, "hun-bericht"), title="Their news", **link_to(twin))

    assert "Their news" in text_of(editor_of(school).get(screen("unpublish", lab)))


def test_the_screen_says_that_nothing_points_here(school: Any) -> None:
    assert "Geen enkele pagina wijst hierheen." in text_of(editor_of(school).get(screen("delete", make_lab(school))))
