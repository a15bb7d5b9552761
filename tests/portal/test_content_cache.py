"""What a process keeps of the content: nobody reads what was kept before a change, nor a change too early."""

from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from wagtail.models import PageViewRestriction, Site

from home.models import StandardPage
from portal.core import content_cache
from portal.core.content_cache import Kept, kept
from portal.core.models.pages import PortalPage
from tests.factories import House, in_english, make_lab, make_standard
from tests.race_plugin import together

rolled_back = pytest.mark.django_db


@pytest.fixture
def number_of_pages() -> Kept[int]:
    return kept(size=2)(lambda *_args: PortalPage.objects.count())


@rolled_back
def test_what_is_kept_is_asked_for_once(
    house: House, number_of_pages: Kept[int], django_assert_num_queries: Any
) -> None:
    number_of_pages()

    with django_assert_num_queries(0):
        number_of_pages()


@rolled_back
def test_it_keeps_only_what_was_asked_for_last(
    house: House, number_of_pages: Kept[int], django_assert_num_queries: Any
) -> None:
    for word in ("a", "b", "a", "c"):
        number_of_pages(word)

    with django_assert_num_queries(0):
        number_of_pages("a")
        number_of_pages("c")
    with django_assert_num_queries(1):
        number_of_pages("b")


@rolled_back
def test_who_changes_something_reads_it_back_at_once(house: House, number_of_pages: Kept[int]) -> None:
    before = number_of_pages()
    make_standard(house.about)

    assert number_of_pages() == before + 1


@rolled_back
def test_a_change_that_is_rolled_back_was_never_there(house: House, number_of_pages: Kept[int]) -> None:
    before = number_of_pages()
    with transaction.atomic():
        make_standard(house.about)
        assert number_of_pages() == before + 1
        transaction.set_rollback(True)

    assert number_of_pages() == before


def test_others_read_a_change_once_it_is_there_for_everyone(committed_house: House, number_of_pages: Kept[int]) -> None:
    before = number_of_pages()
    with transaction.atomic():
        make_standard(committed_house.about)
        assert number_of_pages() == before + 1
        assert together(number_of_pages) == [before]  # and it is this that is kept when the transaction ends
    assert together(number_of_pages) == [before + 1]


@rolled_back
def test_a_request_reads_the_version_once(house: House, client: Client) -> None:
    client.get("/nl/labs/")
    content_cache.begin()
    first = content_cache.version()
    cache.set(content_cache.KEY, "as another process sets it", None)

    assert content_cache.version() == first
    content_cache.end()
    assert content_cache.version() == "as another process sets it"


@rolled_back
def test_a_draft_changes_nothing_for_visitors(house: House) -> None:
    before = content_cache.version()
    draft = StandardPage.objects.get(pk=house.about.pk)
    draft.title = "Een ander opschrift"
    draft.save_revision()

    assert content_cache.version() == before


def text(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status, url
    return answer.content.decode()


@rolled_back
def test_an_address_leads_to_another_page_when_the_page_above_gets_another_one(
    house: House, school: Any, client: Client
) -> None:
    lab = make_lab(school, "coachen")
    url = lab.get_url()
    assert "Coachen" in text(client, url)
    assert "Coachen" in text(client, url)
    school.slug = "academie-elf"
    school.save_revision().publish()

    text(client, url, 404)
    assert "Coachen" in text(client, "/nl/locaties/academie-elf/coachen/")
    assert 'href="/nl/locaties/academie-elf/"' in text(client, "/nl/locaties/academie-elf/coachen/")


@rolled_back
def test_a_page_that_moved_is_found_where_it_stands_now(house: House, client: Client) -> None:
    page = make_standard(house.about, "vertrouwen")
    text(client, page.get_url())
    page.move(house.home, pos="last-child")

    assert client.get(page.get_url()).headers["Location"] == "/nl/vertrouwen/"
    assert "Een pagina" in text(client, "/nl/vertrouwen/")


@rolled_back
def test_a_page_that_is_no_longer_public_is_shown_to_nobody(house: House, client: Client) -> None:
    page = make_standard(house.about, "intern", title="Voor ons")
    text(client, page.get_url())
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert "Voor ons" not in text(client, page.get_url(), 302)
    page.unpublish()
    text(client, page.get_url(), 404)


@rolled_back
def test_a_page_that_became_an_address_in_another_language_is_linked_at_once(house: House, client: Client) -> None:
    url = house.labs.get_url()
    assert 'hreflang="en" href="http://localhost/en/labs-en/"' not in text(client, url)
    english = in_english(house.labs, slug="labs-en")

    assert 'href="/en/labs-en/"' in text(client, url)
    english.unpublish()
    assert 'href="/en/labs-en/"' not in text(client, url)


@rolled_back
def test_addresses_follow_the_name_of_the_site(house: House, client: Client) -> None:
    assert 'rel="canonical" href="http://localhost/nl/labs/"' in text(client, "/nl/labs/")
    site = Site.objects.get()
    site.hostname = "opleidingshuis.example"
    site.save()

    assert 'rel="canonical" href="http://opleidingshuis.example/nl/labs/"' in text(client, "/nl/labs/")
