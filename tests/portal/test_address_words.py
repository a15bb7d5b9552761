"""An address says its questions in the words of its language, and leads from those of another to its own."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from curriculum.groups.questions import RouteForm
from curriculum.labs.catalogue_filters import SORTS
from curriculum.labs.facets import facets_on
from curriculum.mapping.choice import group_facet, institute_facet
from locations.facets import FACETS as OF_LOCATIONS
from locations.models.vocabularies import ContactTask
from news.catalogue import facets_of
from portal.core.address_words import KEYS, LONGEST, OPENED_FROM, QUESTIONS, address, in_keys, in_words, pairs_of
from portal.core.facets import Facet, WordFacet
from search.request import DATE, RELEVANCE
from search.when import CHOICES
from tests.factories import House, in_english, make_lab, make_location

LANGUAGES = ("nl", "en")
FACETS: tuple[Facet, ...] = (
    *facets_on(date(2026, 12, 1), {}),
    *CHOICES,
    *OF_LOCATIONS,
    group_facet([]),
    institute_facet([]),
    *facets_of([]),
)
THE_SAME = {"lab", "partner", "sector", "week", "document", "plan", "labs", "later", "nl", "en", "1", "2", "3"}
"""Names and answers that are the same word in both languages."""


def answers() -> Iterable[tuple[str, str]]:
    """Yield every answer that is a word of the house, with its question."""
    for facet in FACETS:
        words = facet.words if isinstance(facet, WordFacet) else getattr(facet, "words", {})
        yield from ((facet.name, str(word)) for word in words)
    yield from (("sorteer", sort) for sort in (*SORTS, RELEVANCE, DATE))
    yield from (("taak", task) for task in ContactTask.values)
    fields = RouteForm(QueryDict(), {}, {}, {}).fields
    yield from ((name, value) for name, field in fields.items() for value, _label in getattr(field, "choices", ()))


def test_every_question_and_answer_of_the_house_has_an_english_word() -> None:
    names = {facet.name for facet in FACETS} | set(RouteForm.base_fields)
    codes = {"po", "vo", "mbo", "hbo", "wo"}

    assert names - set(QUESTIONS) <= THE_SAME
    assert {(key, answer) for key, answer in answers() if answer not in getattr(QUESTIONS.get(key), "answers", {})} <= {
        (key, answer) for key, answer in answers() if answer in THE_SAME | codes
    }


def test_no_word_means_two_things() -> None:
    assert len(KEYS) == len(QUESTIONS)
    assert {word for word, key in KEYS.items() if word in QUESTIONS and word != key} == set()
    for question in QUESTIONS.values():
        words = list(question.answers.values())
        assert len(words) == len(set(words))
        assert not set(words) & set(question.answers)


names = st.sampled_from([*QUESTIONS, "q", "lab", "sector", "onbekend"])
texts = st.text(st.characters(codec="utf-8"), max_size=20)
plain = names.flatmap(
    lambda key: st.tuples(
        st.just(key), st.sampled_from([*(QUESTIONS[key].answers if key in QUESTIONS else ()), "nxt-doorn"]) | texts
    )
)
lists = st.builds(
    lambda view, choice: (OPENED_FROM, f"{view}?{urlencode(choice)}"),
    st.sampled_from(["", "agenda", "maanden"]),
    st.lists(plain, max_size=3),
)


@given(st.lists(plain | lists, max_size=6))
def test_an_address_that_goes_to_the_other_language_and_back_asks_the_same(asked: list[tuple[str, str]]) -> None:
    keys = in_keys(QueryDict(urlencode(asked)))

    for language in LANGUAGES:
        there = QueryDict(address(pairs_of(keys), language).removeprefix("?"))
        assert in_keys(there).lists() == keys.lists() or list(in_keys(there).lists()) == list(keys.lists())
        assert in_words(pairs_of(in_keys(there)), language) == pairs_of(there), "an address would lead on for ever"


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("/en/labs/?locatie=nxt-doorn&periode=deze-week", "/en/labs/?location=nxt-doorn&period=this-week"),
        ("/nl/labs/?location=nxt-doorn&period=this-week", "/nl/labs/?locatie=nxt-doorn&periode=deze-week"),
        ("/en/labs/?location=a&locatie=b&x=1", "/en/labs/?location=a&location=b&x=1"),
        ("/en/labs/?staat=vol&utm=%C3%A9%26", "/en/labs/?state=full&utm=%C3%A9%26"),
        ("/en/search/?q=pabo&soort=verhaal&sorteer=datum", "/en/search/?q=pabo&kind=story&sort=date"),
        ("/en/contact/academie-tien/?taak=kennismaken", "/en/contact/academie-tien/?task=meeting"),
        ("/en/labs/?uit=agenda%3Flocatie%3Da", "/en/labs/?via=calendar%3Flocation%3Da"),
    ],
)
def test_words_of_another_language_lead_to_the_own(client: Client, house: House, asked: str, own: str) -> None:
    in_english(house.labs, slug="labs")

    answer = client.get(asked)

    assert (answer.status_code, answer.headers["Location"]) == (301, own)


@pytest.mark.parametrize("asked", ["/en/labs/?location=nxt-doorn", "/en/search/?q=periode", "/en/labs/?pagina"])
def test_own_words_are_answered_where_they_are(client: Client, house: House, asked: str) -> None:
    in_english(house.labs, slug="labs")

    assert client.get(asked, follow=True).status_code == 200
    assert client.get(asked).status_code in {200, 301 if "pagina" in asked else 200}


def test_a_calendar_and_a_feed_that_somebody_follows_go_on_under_the_old_words(
    client: Client, house: House, school: object
) -> None:
    in_english(house.labs, slug="labs")

    for old in ("/en/labs/calendar.ics?locatie=a", "/en/labs/calendar.ics/?lab=x&alles=1", "/en/search/rss?soort=lab"):
        assert client.get(old).status_code == 200, old


def test_all_of_a_page_says_it_in_english(client: Client, house: House, school: object) -> None:
    doorn = make_location(house.locations, "nxt-doorn", title="NXT Doorn")
    lab = make_lab(doorn, "coachen", places=[doorn])
    for page in (house.locations, house.labs, doorn, lab):
        in_english(page, slug=page.slug)

    html = client.get("/en/labs/?location=nxt-doorn&sort=title&group=x").content.decode()

    dutch = {name for name in QUESTIONS if QUESTIONS[name].english != name}
    from_addresses = {name for link in _links(html) if link.startswith("/en/") for name, _value in _asked(link)}
    assert from_addresses & dutch == set()
    assert "location" in from_addresses
    assert {f'name="{name}"' for name in dutch if f'name="{name}"' in html} == set()
    assert 'href="/nl/labs/?locatie=nxt-doorn&amp;sorteer=titel&amp;groep=x"' in html


def _links(html: str) -> list[str]:
    return [part.partition('"')[0].replace("&amp;", "&") for part in html.split('href="')[1:]]


def _asked(link: str) -> list[tuple[str, str]]:
    found = parse_qsl(link.partition("?")[2].partition("#")[0], keep_blank_values=True)
    return [*found, *(pair for name, value in found if name == "via" for pair in parse_qsl(value.partition("?")[2]))]


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("/en/locaties/nxt-doorn/", "/en/locations/nxt-doorn/"),
        ("/nl/locations/nxt-doorn/coaching/?uit=%3Flocatie%3Da", "/nl/locaties/nxt-doorn/coachen/?uit=%3Flocatie%3Da"),
        ("/en/locations/nxt-doorn/coachen/", "/en/locations/nxt-doorn/coaching/"),
        ("/en/locaties/vergelijken/?locatie=a", "/en/locations/compare/?location=a"),
        ("/en/zoeken/?q=pabo&soort=lab", "/en/search/?q=pabo&kind=lab"),
        ("/nl/search/", "/nl/zoeken/"),
    ],
)
def test_a_path_in_words_of_another_language_leads_to_the_page(
    client: Client, house: House, school: object, asked: str, own: str
) -> None:
    doorn = make_location(house.locations, "nxt-doorn", title="NXT Doorn")
    in_english(house.locations, slug="locations")
    in_english(doorn, slug="nxt-doorn")
    in_english(make_lab(doorn, "coachen"), slug="coaching")

    first, *further = client.get(asked, follow=True).redirect_chain

    assert first[1] == 301
    assert [first, *further][-1][0] == own


@pytest.mark.parametrize(
    "nowhere", ["/en/niets/", "/en/locations/niets/", "/nl/labs/niets/", "/nl/a/" * 20, "/en/locaties/x/"]
)
def test_what_means_nothing_in_any_language_is_not_found(client: Client, house: House, nowhere: str) -> None:
    in_english(house.locations, slug="locations")

    assert client.get(nowhere, follow=True).status_code == 404
    assert client.post(nowhere).status_code in {403, 404, 405}


def test_a_page_that_only_some_may_read_is_not_led_to(client: Client, house: House, school: Any) -> None:
    lab = make_lab(school, "besloten")
    in_english(house.locations, slug="locations")
    in_english(school, slug=school.slug)
    in_english(lab, slug="closed")
    PageViewRestriction.objects.create(page=lab, restriction_type=PageViewRestriction.LOGIN)

    assert client.get("/nl/locations/academie-tien/closed/", follow=True).status_code == 404


def test_what_others_call_a_state_is_left_alone(client: Client, house: House) -> None:
    assert "staat" not in client.get("/nl/account/login/?state=abc&next=/nl/").headers.get("Location", "")


def test_a_hostile_address_neither_breaks_nor_leads_in_circles(client: Client, house: House) -> None:
    deep = "?uit=" * (LONGEST * 3)
    for asked in (f"/nl/labs/{deep}", "/nl/labs/?uit=%00%ff", "/nl/labs/?uit=agenda%3F%26%26%3D", "/nl//labs/?page=2"):
        answer = client.get(asked, follow=True)
        assert answer.status_code in {200, 404}, asked
