"""A page from publishing to the results page, on both engines."""

from typing import Any

import pytest

from search.models import SearchEvent, StoredDocument
from tests.factories import House, make_lab, make_theme
from tests.search.conftest import Searching

pytestmark = pytest.mark.elasticsearch


def test_a_published_lab_is_found_in_elasticsearch(searching: Searching, school: Any) -> None:
    make_lab(school, "leerling-oudergesprekken", title="Leerling-oudergesprekken")
    searching.sync()

    page = searching.find("oudergesprek")

    assert (page.engine, page.degraded) == ("elasticsearch", False)
    assert page.results[0].key == "leerling-oudergesprekken"
    assert "<mark>" in page.results[0].title


def test_the_fallback_finds_the_same_lab(searching: Searching, school: Any, without_elasticsearch: None) -> None:
    make_lab(school, "leerling-oudergesprekken", title="Leerling-oudergesprekken")
    searching_without_index()

    page = searching.find("oudergesprek")

    assert (page.engine, page.degraded) == ("postgresql", True)
    assert page.results[0].key == "leerling-oudergesprekken"
    assert "<mark>" in page.results[0].title


def searching_without_index() -> None:
    from search.worker import sync_once

    while sync_once():
        pass


def test_facets_count_what_is_there(searching: Searching, school: Any, house: House) -> None:
    theme = make_theme(house.themes)
    make_lab(school, "een", themes=[theme], places=[school])
    make_lab(school, "twee", places=[school])
    searching.sync()

    counts = {facet.name: {option.value: option.count for option in facet.options} for facet in searching.find().facets}

    assert counts["soort"]["lab"] == 2
    assert counts["thema"]["pedagogiek"] == 2  # the theme itself and the lab
    assert counts["locatie"]["academie-tien"] == 3


def test_the_outbox_is_empty_when_everything_is_written(searching: Searching, school: Any) -> None:
    make_lab(school)
    assert SearchEvent.objects.exists()
    searching.sync()
    assert not SearchEvent.objects.exists()
    assert StoredDocument.objects.filter(kind="lab").count() == 1
