"""Links in texts that lead nowhere are found without a request, keep their first day, and go when they are right."""

from datetime import date
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site

from portal.core.models.media import PortalDocument
from portal.editorial.links.checking import check_links
from portal.editorial.links.models import BrokenLink
from search.nightly import TASKS
from tests.factories import House, in_english, make_editor, make_lab, make_location, make_standard

pytestmark = pytest.mark.django_db


def with_links(space: Any, *links: str, slug: str = "met-links", **fields: Any) -> Any:
    """A page with these links in a paragraph, each with its number as its words."""
    text = " ".join(f"<a {link}>link {number}</a>" for number, link in enumerate(links))
    return make_standard(space, slug, body=[("paragraph", f"<p>{text}</p>")], **fields)


def found() -> set[tuple[str, str]]:
    """Look at all links and return the words and the trouble of those that are broken."""
    check_links()
    return set(BrokenLink.objects.values_list("words", "trouble"))


def test_links_to_pages_and_documents_are_looked_up(house: House, school: Any) -> None:
    right, closed, offline, gone = (make_standard(school, slug) for slug in ("goed", "dicht", "offline", "weg"))
    document = PortalDocument.objects.create(title="Gids", file=ContentFile(b"gids", name="gids.txt"))
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    with_links(
        school,
        *(f'linktype="page" id="{page.pk}"' for page in (right, closed, offline, gone)),
        f'linktype="document" id="{document.pk}"',
        'linktype="document" id="999999"',
    )
    offline.unpublish()
    gone.delete()

    assert found() == {("link 1", "closed"), ("link 2", "offline"), ("link 3", "gone"), ("link 5", "document")}


def test_typed_addresses_of_this_house_are_resolved_and_others_are_left_alone(house: House, school: Any) -> None:
    lab = make_lab(school)
    english = in_english(make_standard(school, "over-ons"), title="About us", slug="about-us")
    Redirect.objects.create(old_path="/nl/oud-adres", redirect_link="/nl/labs/")
    host = Site.objects.get(is_default_site=True).hostname
    right = [
        *(lab.url, english.url, "/nl/labs/agenda/", "/nl/zoeken/?q=lab", "/nl/oud-adres/", "/nl/#kop", "#kop"),
        *(f"http://{host}{lab.url}", "https://example.org/niets/", "mailto:a@example.org", "tel:030123456"),
        "/static/portal/favicon.svg",
    ]
    wrong = ["/nl/bestaat-niet/", f"{lab.url}niets/", "/en/labs/agenda/niets/", f"https://{host}/nl/niets/", "http://["]
    with_links(school, *(f'href="{address}"' for address in right))
    assert found() == set()
    with_links(school, *(f'href="{address}"' for address in wrong), slug="fout")

    assert found() == {(f"link {number}", "nowhere") for number in range(len(wrong))}


def test_a_redirect_that_leads_nowhere_offline_or_in_a_circle_is_no_way_on(house: House, school: Any) -> None:
    page, offline = make_standard(school, "nieuw"), make_standard(school, "offline")
    Redirect.objects.create(old_path="/nl/oud", redirect_page=page)
    Redirect.objects.create(old_path="/nl/ouder", redirect_link="/nl/oud/")
    Redirect.objects.create(old_path="/nl/naar-buiten", redirect_link="https://example.org/")
    Redirect.objects.create(old_path="/nl/weg", redirect_page=offline)
    Redirect.objects.create(old_path="/nl/niets", redirect_link="/nl/bestaat-niet/")
    Redirect.objects.create(old_path="/nl/heen", redirect_link="/nl/terug/")
    Redirect.objects.create(old_path="/nl/terug", redirect_link="/nl/heen/")
    offline.unpublish()
    right, wrong = ["/nl/oud/", "/nl/ouder/", "/nl/naar-buiten/"], ["/nl/weg/", "/nl/niets/", "/nl/heen/"]
    with_links(school, *(f'href="{address}"' for address in (*right, *wrong)))

    assert found() == {("link 3", "nowhere"), ("link 4", "nowhere"), ("link 5", "nowhere")}


def test_a_broken_link_keeps_its_first_day_and_goes_when_it_is_right_again(house: House, school: Any) -> None:
    target = make_standard(school, "doel")
    with_links(school, f'linktype="page" id="{target.pk}"')
    target.unpublish()
    for day in (date(2026, 11, 3), date(2026, 11, 4)):
        with time_machine.travel(day):
            assert TASKS["links"]() == "1 broken links"
    row = BrokenLink.objects.get()
    assert (row.since, row.target) == (date(2026, 11, 3), f"page {target.pk}")
    with override("nl"):
        assert row.leads_to == f"pagina {target.pk}", "in the language of who reads the report"

    target.save_revision().publish()
    call_command("check_links")
    assert not BrokenLink.objects.exists()


def test_what_visitors_do_not_read_is_not_looked_at(house: House, school: Any) -> None:
    page = with_links(school, 'href="/nl/niets/"')
    page.unpublish()

    assert found() == set()


def test_each_editor_sees_the_own_links_and_the_core_team_all(house: House, school: Any) -> None:
    other = make_location(house.locations, "nxt-doorn")
    own = with_links(school, 'href="/nl/van-ons/"')
    with_links(other, 'href="/nl/van-een-ander/"')
    check_links()

    def report(user: Any) -> str:
        client = Client(headers={"accept-language": "nl"})
        client.force_login(user)
        return client.get(reverse("broken_links")).content.decode()

    shown = report(make_editor(school.represents))
    assert "/nl/van-ons/" in shown
    assert "op dit adres is niets" in shown
    assert reverse("wagtailadmin_pages:edit", args=[own.pk]) in shown
    assert "/nl/van-een-ander/" not in shown
    assert "/nl/van-een-ander/" in report(type(make_editor(other.represents)).objects.create_superuser("k@x.example"))


def test_the_report_names_the_field_in_the_language_of_the_reader(house: House, school: Any) -> None:
    with_links(school, 'href="/nl/niets/"')
    check_links()
    BrokenLink.objects.update(names={})  # as it was kept before fields had a name in each language
    check_links()
    editor = make_editor(school.represents)

    def field(language: str) -> str:
        client = Client(headers={"accept-language": language})
        client.force_login(editor)
        page = BeautifulSoup(client.get(reverse("broken_links")).content, "html.parser")
        return page.select_one("main td .help").get_text(strip=True)

    assert (field("nl"), field("en")) == ("Tekst › Tekst", "Text › Text")


def test_no_link_in_a_text_of_the_demo_site_is_broken(demo_site: list[str]) -> None:
    assert check_links() == "0 broken links"
