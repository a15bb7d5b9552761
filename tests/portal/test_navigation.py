"""Menu, breadcrumbs and languages follow the page tree, at a fixed price."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail.models import PageViewRestriction, Site

from portal.core import content_cache
from portal.core.navigation import Navigation, navigation_for
from tests.factories import House, in_english, make_lab, make_location, make_standard
from tests.kept import kept

pytestmark = pytest.mark.django_db

IN_MENU = ("locations", "labs", "curriculum", "stories", "joining", "about")


@kept
def menu(house: House) -> House:
    """The house with its catalogues in the menu and a standing page that is not."""
    for name in IN_MENU:
        page = getattr(house, name)
        page.show_in_menus = True
        page.save()
    make_standard(house.home, "privacy", title="Privacy")
    return house


def nav(page: Any, path: str = "") -> Navigation:
    request = RequestFactory().get(path or page.get_url(), SERVER_NAME="localhost")
    request.resolver_match = None
    if path:
        below = path.partition("?")[0].removeprefix(page.get_url()).strip("/")
        page.route(request, below.split("/") if below else [])
    Site.find_for_request(request)  # routing asked this before any page is shown
    with translation.override(page.locale.language_code):
        return navigation_for(request, page)


def titles(links: list[Any]) -> list[str]:
    return [str(link.title) for link in links]


def test_the_menu_holds_the_pages_an_editor_put_in_it_and_the_route_behind_the_labs(menu: House) -> None:
    urls = [link.url for link in nav(menu.home).menu]

    assert urls[urls.index("/nl/labs/") + 1] == "/nl/locaties/jouw-route/"
    assert "/nl/privacy/" not in urls
    assert len(urls) == len(IN_MENU) + 1


def test_a_standing_page_outside_the_menu_stands_in_the_footer(menu: House) -> None:
    assert titles(nav(menu.home).about)[0] == "Privacy"


def test_the_menu_marks_the_page_and_the_section_it_stands_in(menu: House) -> None:
    school = make_location(menu.locations)

    marks = {link.url: link.current for link in nav(menu.locations).menu if link.current}
    below = {link.url: link.current for link in nav(school).menu if link.current}

    assert marks == {"/nl/locaties/": "page"}
    assert below == {"/nl/locaties/": "true"}


def test_breadcrumbs_of_a_lab_lead_over_its_school(menu: House) -> None:
    lab = make_lab(make_location(menu.locations), "coachen")

    crumbs = nav(lab).crumbs

    assert [link.url for link in crumbs] == ["/nl/", "/nl/locaties/", "/nl/locaties/academie-tien/"]


def test_the_home_page_has_no_breadcrumbs(menu: House) -> None:
    assert nav(menu.home).crumbs == []


def test_a_page_that_asks_for_a_login_is_not_named_in_the_menu(menu: House) -> None:
    PageViewRestriction.objects.create(page=menu.labs, restriction_type=PageViewRestriction.LOGIN)

    assert "Labs" not in titles(nav(menu.home).menu)


def test_the_language_switch_leads_to_the_same_page(menu: House) -> None:
    english = in_english(menu.labs, slug="labs-en")

    languages = {language.code: language for language in nav(menu.labs).languages}

    assert languages["en"].url == english.get_url() == "/en/labs-en/"
    assert languages["en"].exact
    assert languages["nl"].current


def test_the_language_switch_of_a_view_leads_to_that_view(menu: House) -> None:
    in_english(menu.curriculum)

    languages = nav(menu.curriculum, "/nl/curriculum/opleidingsgroepen/").languages

    assert [language.url for language in languages] == [
        "/nl/curriculum/opleidingsgroepen/",
        "/en/curriculum/training-groups/",
    ]


def test_the_language_switch_keeps_what_a_visitor_chose_and_tells_search_engines_the_bare_address(menu: House) -> None:
    url = in_english(menu.locations).get_url()

    english = nav(menu.locations, "/nl/locaties/?sector=vo&sector=mbo").languages[1]

    assert english.address == f"{url}?sector=vo&sector=mbo"
    assert english.url == url


def test_the_breadcrumbs_of_a_view_hold_its_page(menu: House) -> None:
    crumbs = nav(menu.curriculum, "/nl/curriculum/opleidingsgroepen/").crumbs

    assert [link.url for link in crumbs] == ["/nl/", "/nl/curriculum/"]


def test_a_page_without_translation_leads_to_a_page_that_says_so(menu: House, client: Client) -> None:
    in_english(menu.home)
    link = next(language for language in nav(menu.labs).languages if language.code == "en")
    answer = client.get(link.url)

    assert not link.exact
    assert answer.status_code == 200
    assert f'href="{menu.labs.get_url()}" lang="nl"' in answer.content.decode()
    assert 'name="robots" content="noindex"' in answer.content.decode()


def test_the_page_that_says_so_leads_on_once_there_is_a_translation(menu: House, client: Client) -> None:
    english = in_english(menu.labs)

    assert client.get(f"/en/untranslated/{menu.labs.pk}/").headers["Location"] == english.get_url()


def test_a_page_that_is_not_public_is_not_named_by_it(menu: House, client: Client) -> None:
    PageViewRestriction.objects.create(page=menu.labs, restriction_type=PageViewRestriction.LOGIN)

    assert client.get(f"/en/untranslated/{menu.labs.pk}/").status_code == 404


@pytest.mark.parametrize("schools", [1, 8])
def test_navigation_costs_no_query_however_large_the_house_and_three_after_a_change(
    menu: House, schools: int, django_assert_num_queries: Any
) -> None:
    for number in range(schools):
        make_location(menu.locations, f"school-{number}")
    lab = make_lab(menu.locations.get_children().first().specific)
    nav(lab)

    with django_assert_num_queries(1):  # the site, which this test asks for as routing does
        nav(lab)
    content_cache.renew()
    with django_assert_num_queries(1 + 3):  # languages, the frame, and what stands around the lab
        nav(lab)


def test_the_footer_is_written_once_and_again_when_a_link_changes(client: Any, house: House, school: Any) -> None:
    def footer() -> tuple[bool, str]:
        response = client.get("/nl/")
        written = "components/footer.html" in {template.name for template in response.templates}
        return written, BeautifulSoup(response.content, "html.parser").select_one(".site-footer").get_text()

    client.get("/nl/")
    before = footer()
    school.title = "Academie Elf"
    school.save_revision().publish()
    after = footer()

    assert (before[0], after[0]) == (False, True)
    assert "Academie Tien" in before[1]
    assert "Academie Elf" in after[1]
