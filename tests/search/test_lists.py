"""A kind and other names ask for a list: "labs doorn" for the labs in Doorn, before the page of the place."""

from typing import Any

import pytest

from portal.core import content_cache
from search.models import SynonymGroup
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def places(searching: Searching) -> None:
    """Two places with a lab and a story each, and pages that say everything."""
    names = ("veenoord", "College Veenoord"), ("werfzuid", "De Werfzuid")
    text = "Labs in het College Veenoord en De Werfzuid. Labs en verhalen van elke locatie."
    searching.put(
        *(document(key, kind="locatie", title=title, locations=(key,), body=text) for key, title in names),
        *(document(f"lab-{key}", title="Muziek maken", locations=(key,)) for key, _title in names),
        *(document(f"verhaal-{key}", kind="verhaal", title="Zingen", locations=(key,)) for key, _title in names),
        document("alles", kind="pagina", title="Labs en locaties", body=text),
    )
    SynonymGroup.objects.create(slug="cursus", language="nl", typed=["cursus"], words=["lab"])
    content_cache.renew()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("labs veenoord", "lab-veenoord"),
        ("Veenoordse labs", "lab-veenoord"),
        ("cursus veenoord", "lab-veenoord"),
        ("verhalen werfzuid", "verhaal-werfzuid"),
        ("locatie veenoord", "veenoord"),
    ],
)
def test_the_things_of_a_kind_that_have_what_is_named_come_before_the_page_called_so(
    engine: Any, places: None, words: str, first: str
) -> None:
    assert engine(words).results[0].key == first


def test_two_places_beside_a_kind_are_both_meant(engine: Any, places: None) -> None:
    page = engine("labs veenoord werfzuid")
    assert {result.key for result in page.results[:2]} == {"lab-veenoord", "lab-werfzuid"}
    assert page.offer is not None
    assert page.offer.request.chosen["locatie"] == ("veenoord", "werfzuid")


def test_a_place_that_is_named_twice_is_offered_once(engine: Any, places: None) -> None:
    offer = engine("College Veenoord veenoord labs").offer
    assert offer is not None
    assert offer.names == ("College Veenoord", "Labs")


def test_a_name_of_two_words_is_that_name_the_other_way_round(engine: Any, places: None) -> None:
    page = engine("veenoord college")
    assert page.results[0].key == "veenoord"
    assert page.offer is None  # one name is all there is


def test_the_words_that_became_filters_are_left_out_as_they_were_read(engine: Any, places: None) -> None:
    offer = engine("labs werfzuit muziek").offer
    assert offer is not None
    assert offer.request.words == "muziek"
    assert offer.request.chosen["locatie"] == ("werfzuid",)
