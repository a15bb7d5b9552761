"""What search engines and other sites are told."""

import json
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Locale, PageViewRestriction

from curriculum.models import TrainingGroup
from home.models import GlossaryTerm
from locations.models import OnboardingPhase
from portal.core.navigation import navigation_for
from portal.core.seo import json_ld
from portal.core.seo.head import head_for
from tests.factories import House, in_english, make_lab, make_location

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def sitemap(client: Client) -> dict[str, dict[str, str]]:
    """Return each address of the sitemap with its alternates by language."""
    tree = ElementTree.fromstring(client.get("/sitemap.xml", SERVER_NAME="localhost").content)
    return {
        str(url.findtext(f"{SITEMAP}loc")).partition("localhost")[2]: {
            link.attrib["hreflang"]: link.attrib["href"].partition("localhost")[2]
            for link in url.findall(f"{XHTML}link")
        }
        for url in tree
    }


def head(page: Any) -> Any:
    request = RequestFactory().get(page.get_url(), SERVER_NAME="localhost")
    return head_for(request, page, navigation_for(request, page))


@pytest.mark.django_db
def test_the_sitemap_lists_a_page_in_both_languages_each_with_the_other(house: House, client: Client) -> None:
    in_english(house.labs)

    listed = sitemap(client)

    assert listed["/nl/labs/"] == listed["/en/labs/"] == {"nl": "/nl/labs/", "en": "/en/labs/"}


@pytest.mark.django_db
def test_the_sitemap_lists_the_views_below_a_page(house: House, client: Client) -> None:
    in_english(house.curriculum)

    listed = sitemap(client)

    assert listed["/nl/curriculum/opleidingsgroepen/"]["en"] == "/en/curriculum/training-groups/"


@pytest.mark.django_db
def test_the_sitemap_lists_words_groups_and_phases_in_both_languages(house: House, client: Client) -> None:
    for page in (house.curriculum, house.glossary, house.joining):
        in_english(page)
    nl, en = Locale.objects.get(language_code="nl"), Locale.objects.get(language_code="en")
    term = GlossaryTerm.objects.create(locale=nl, slug="huisregels", term="huisregels", definition="Iets.")
    term.copy_for_translation(en).save()
    TrainingGroup.objects.create(locale=nl, slug="groep-a", name="Groep A")
    OnboardingPhase.objects.create(
        locale=nl, slug="kennismaken", title="Kennismaken", order=1, month_from=0, month_to=2
    )

    listed = sitemap(client)

    assert listed["/nl/curriculum/opleidingsgroepen/groep-a/"]["en"] == "/en/curriculum/training-groups/groep-a/"
    assert len([path for path in listed if path.endswith("/huisregels/")]) == 2
    assert len([path for path in listed if path.endswith("/kennismaken/")]) == 2


@pytest.mark.django_db
def test_every_page_says_what_it_is(house: House) -> None:
    told = {name: json.loads(head(getattr(house, name)).structured_data) for name in ("labs", "about")}

    assert {name: data["@graph"][0]["@type"] for name, data in told.items()} == {
        "labs": "CollectionPage",
        "about": "WebPage",
    }


@pytest.mark.django_db
def test_a_view_below_a_page_stands_in_the_breadcrumbs_under_its_own_name(house: House, client: Client) -> None:
    nl = Locale.objects.get(language_code="nl")
    TrainingGroup.objects.create(locale=nl, slug="groep-a", name="Groep A")

    soup = BeautifulSoup(client.get("/nl/curriculum/opleidingsgroepen/groep-a/").content, "html.parser")
    told = json.loads(str(soup.find(type="application/ld+json").string))["@graph"][-1]["itemListElement"]

    assert [item.get_text(strip=True) for item in soup.select(".crumbs li")][2:] == ["Opleidingsgroepen", "Groep A"]
    assert [item["name"] for item in told][2:] == ["Opleidingsgroepen", "Groep A"]


@pytest.mark.django_db
def test_the_sitemap_names_no_draft_and_no_page_behind_a_login(house: House, client: Client) -> None:
    house.labs.unpublish()
    PageViewRestriction.objects.create(page=house.stories, restriction_type=PageViewRestriction.LOGIN)

    listed = sitemap(client)

    assert "/nl/labs/" not in listed
    assert "/nl/verhalen/" not in listed
    assert "/nl/locaties/" in listed


@pytest.mark.django_db
@pytest.mark.parametrize("schools", [1, 6])
def test_the_sitemap_costs_the_same_however_many_pages(
    house: House, client: Client, schools: int, django_assert_max_num_queries: Any
) -> None:
    sitemap(client)  # what a process remembers from its first request is not what is counted
    for number in range(schools):
        make_location(house.locations, f"school-{number}")

    with django_assert_max_num_queries(11):
        sitemap(client)


@pytest.mark.django_db
def test_robots_txt_names_the_sitemap_and_keeps_crawlers_out_of_the_results(house: House, client: Client) -> None:
    text = client.get("/robots.txt", SERVER_NAME="localhost").content.decode()

    assert "/sitemap.xml" in text
    assert "Disallow: /nl/zoeken/" in text
    assert "Disallow: /en/search/" in text


@pytest.mark.django_db
def test_security_txt_says_where_to_report_and_for_how_long(house: House, client: Client) -> None:
    with time_machine.travel("2026-11-28T23:30:00+01:00"):
        answer = client.get("/.well-known/security.txt", SERVER_NAME="localhost")

    fields = [line.partition(": ")[::2] for line in answer.content.decode().splitlines()]
    assert [name for name, _value in fields] == ["Contact"] * 2 + ["Expires", "Preferred-Languages", "Canonical"]
    assert fields[2:4] == [("Expires", "2027-05-27T00:00:00Z"), ("Preferred-Languages", "nl, en")]
    for _name, address in (*fields[:2], fields[4]):
        assert client.get(urlsplit(address).path).status_code == 200, address
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.django_db
def test_security_txt_names_the_address_of_the_settings_first(house: House, client: Client, settings: Any) -> None:
    settings.SECURITY_CONTACT = "mailto:veilig@example.nl"

    assert client.get("/.well-known/security.txt").content.startswith(
        b"Contact: mailto:veilig@example.nl\nContact: http"
    )


@pytest.mark.django_db
def test_a_page_in_two_languages_names_both_and_a_default(house: House) -> None:
    in_english(house.labs)

    shown = head(house.labs)

    assert [code for code, _url in shown.alternates] == ["nl", "en", "x-default"]
    assert shown.canonical.endswith("/nl/labs/")
    assert shown.alternates[2][1] == shown.canonical


@pytest.mark.django_db
def test_a_page_in_one_language_names_no_other(house: House) -> None:
    assert head(house.labs).alternates == []


@pytest.mark.django_db
def test_an_address_that_leads_nowhere_has_no_canonical_address(house: House, client: Client) -> None:
    assert 'rel="canonical"' not in client.get("/nl/bestaat-niet/").content.decode()


@pytest.mark.django_db
def test_structured_data_says_where_a_page_stands(house: House) -> None:
    school = make_location(house.locations, title="Academie Tien")

    data = json.loads(head(make_lab(school, "coachen")).structured_data)
    crumbs = next(thing for thing in data["@graph"] if thing["@type"] == "BreadcrumbList")["itemListElement"]

    assert [item["item"].rpartition("/nl/")[2] for item in crumbs] == [
        "",
        "locaties/",
        "locaties/academie-tien/",
        "locaties/academie-tien/coachen/",
    ]


def test_what_is_not_known_is_left_out_of_structured_data() -> None:
    assert json_ld.school("UniC", "https://example.org/") == {
        "@type": "School",
        "name": "UniC",
        "url": "https://example.org/",
    }


def test_a_session_says_when_and_where() -> None:
    starts, ends = datetime(2026, 12, 1, 15), datetime(2026, 12, 1, 17)

    assert json_ld.session(starts, ends, "UniC") == {
        "@type": "CourseInstance",
        "courseMode": "onsite",
        "startDate": "2026-12-01T15:00:00",
        "endDate": "2026-12-01T17:00:00",
        "location": {"@type": "Place", "name": "UniC"},
    }


@given(st.text())
def test_no_text_can_end_the_element_that_holds_structured_data(title: str) -> None:
    text = json_ld.as_text([json_ld.article(title + "</script><!--", "/", "", "nl", None)])

    assert "<" not in text
    assert json.loads(text)["@graph"][0]["headline"] == title + "</script><!--"
