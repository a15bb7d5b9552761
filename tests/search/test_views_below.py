"""Views below a page, such as the calendar, are found as pages are: in both languages, and gone with their page."""

from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, PageViewRestriction

from search.documents import PAGE
from search.engines.client import search_client
from search.engines.response import document_id
from search.index import names, writing
from search.index.rebuild import rebuild
from search.index.reconcile import reconcile
from search.models import SearchEvent, StoredDocument
from search.schema import alias
from tests.factories import House, in_english, make_group
from tests.search.conftest import Searching

pytestmark = pytest.mark.elasticsearch
KEYS = {
    "agenda",
    "doorlopende-lijn",
    "jouw-route",
    "leerresultaten",
    "maanden",
    "opleidingsgroepen",
    "traject",
    "vergelijken",
    "wat-ontbreekt",
    "zelftest",
}


def views() -> Any:
    """Documents of views, whatever page they stand below."""
    return StoredDocument.objects.filter(object_type__startswith=f"{PAGE}#")


def addresses_without_arguments() -> list[str]:
    """Every address of a live page that a view answers, the page itself left out."""
    found = []
    for page in Page.objects.live().specific():
        if isinstance(page, RoutablePageMixin):
            routes = (str(route.pattern) for route in page.get_subpage_urls())
            found += [f"{page.url}{route}" for route in routes if route and "<" not in route and "^" not in route]
    return found


def test_every_view_that_a_reader_can_open_is_a_document(searching: Searching, house: House, client: Client) -> None:
    for page in (house.locations, house.labs, house.curriculum, house.joining):
        in_english(page)
    searching.sync()

    readable = []
    for address in addresses_without_arguments():
        answer = client.get(address)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            readable.append(address)

    assert len(readable) == 2 * len(KEYS)
    assert set(views().values_list("url", flat=True)) == set(readable)
    assert set(views().values_list("key", flat=True)) == KEYS


@pytest.mark.parametrize(
    ("words", "language", "key"),
    [
        ("agenda van labs", "nl", "agenda"),
        ("mijn route", "nl", "jouw-route"),
        ("your route", "en", "jouw-route"),
        ("compare locations", "en", "vergelijken"),
        ("leeftijd van leerlingen vergelijken", "nl", "vergelijken"),
        ("what is missing", "en", "wat-ontbreekt"),
    ],
)
def test_a_view_is_found_on_both_engines(engine: Any, house: House, words: str, language: str, key: str) -> None:
    for page in (house.locations, house.labs, house.curriculum, house.joining):
        in_english(page)
    Searching().sync()

    assert key in [result.key for result in engine(words, language).results[:2]]


def test_a_view_goes_and_comes_with_its_page(searching: Searching, house: House) -> None:
    searching.sync()
    restriction = PageViewRestriction.objects.create(page=house.labs, restriction_type="login")
    assert "agenda" not in searching.keys("agenda")  # at once, before the index knows
    searching.sync()
    assert "agenda" not in searching.keys("agenda")
    restriction.delete()
    searching.sync()
    assert searching.keys("agenda")[0] == "agenda"

    house.labs.unpublish()
    searching.sync()
    assert not views().filter(page=house.labs).exists()
    assert "agenda" not in searching.keys("agenda")


def test_a_view_says_what_it_lists(searching: Searching, house: House) -> None:
    group = make_group(name="Groep Zonsopgang")
    searching.sync()
    assert "opleidingsgroepen" in searching.keys("zonsopgang")

    group.name = "Groep Avondrood"
    group.save()
    searching.sync()
    assert "opleidingsgroepen" in searching.keys("avondrood")
    assert searching.keys("zonsopgang") == []


def test_reconciling_mends_a_view_in_the_table_and_in_the_index(searching: Searching, house: House) -> None:
    searching.sync()
    agenda, route = views().get(key="agenda"), views().get(key="jouw-route")
    views().filter(pk=agenda.pk).delete()
    views().filter(pk=route.pk).update(checksum="other")
    search_client().index(index=alias("nl"), id=f"{PAGE}#gone:{house.labs.pk}", document={"title": "Spook"})

    found = reconcile()

    assert found.missing == {agenda.identity}
    assert found.stale == {route.identity}
    assert found.ghosts == {(f"{PAGE}#gone", house.labs.pk)}
    assert reconcile().total == 0
    assert search_client().exists(index=alias("nl"), id=document_id(agenda.identity))


def test_a_rebuild_keeps_views_and_forgets_one_that_this_code_no_longer_has(searching: Searching, house: House) -> None:
    searching.sync()
    views().filter(key="agenda").update(object_type=f"{PAGE}#former")
    rebuild()
    searching.refresh()
    assert set(views().values_list("key", flat=True)) == KEYS
    assert not views().filter(object_type=f"{PAGE}#former").exists()
    assert searching.keys("agenda")[0] == "agenda"


def test_a_change_is_noted_of_the_page_whatever_document_was_wrong(searching: Searching, house: House) -> None:
    SearchEvent.objects.all().delete()
    SearchEvent.objects.add([(f"{PAGE}#calendar", house.labs.pk), (PAGE, house.labs.pk)])
    assert [event.identity for event in SearchEvent.objects.all()] == [(PAGE, house.labs.pk)]


def test_what_is_wrong_with_a_view_is_told_of_its_page(searching: Searching, house: House) -> None:
    searching.sync()
    agenda = views().get(key="agenda")
    action = writing.put(agenda, names.targets()["nl"][0])
    written = writing.write([{**action, "_source": {**action["_source"], "nonsense": 1}}])
    assert list(written.refused) == [(PAGE, house.labs.pk)]


def test_views_of_a_page_that_cannot_be_read_stay(
    searching: Searching, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    searching.sync()

    def broken(self: Any) -> None:
        raise ValueError("this page type is wrong")

    monkeypatch.setattr(type(house.labs), "search_document", broken)
    assert reconcile().total == 0
    assert searching.keys("agenda")[0] == "agenda"


def test_an_editor_gives_a_phrase_to_a_view_by_the_end_of_its_address(engine: Any, house: House) -> None:
    house.labs.search_phrases = "workshops voor beginners\nagenda/ rooster van de week"
    house.labs.save_revision(clean=False).publish()
    Searching().sync()

    assert engine("rooster van de week").results[0].key == "agenda"
    assert [result.key for result in engine("workshops").results] == ["labs"]
