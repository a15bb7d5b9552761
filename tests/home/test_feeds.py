"""Every feed of the house keeps the rules of its format, whatever editors wrote and whatever is asked."""

from collections.abc import Callable
from typing import Any

import pytest

from search.stored_documents import all_identities, update_documents
from tests.factories import House, in_english, make_event, make_lab, make_news, make_story, make_theme
from tests.feeds import read_atom, read_rss
from tests.kept import kept

pytestmark = pytest.mark.django_db
ODD = "1 < 2 & “twee”\x0b <b>vet</b>"
QUERIES = ["", "?a=1&b=2", "?soort=onderzoek", "?q=%3Cx%3E%20%26&q=caf%C3%A9", "?q=%0b%00&sector=vo", "?%ff=%fe"]
FEEDS = [
    ("/nl/labs/feed/", read_atom), ("/en/labs/feed/", read_atom), ("/nl/atom/", read_atom), ("/en/atom/", read_atom),
    ("/nl/verhalen/atom/", read_atom), ("/nl/zoeken/rss", read_rss), ("/en/search/rss", read_rss),
]  # fmt: skip


@kept
def written(house: House, school: Any) -> Any:
    """A lab, a story, an event and news, with words that XML and HTML read in another way."""
    theme = make_theme(house.themes, title="Pedagogiek & \x0bzorg")
    lab = make_lab(school, "coachen", title="Coachen & meer", summary=ODD, themes=[theme])
    make_lab(school, "leeg", title="Tab\x0bblad")
    make_story(school, title="Verhaal <1>", summary=ODD)
    make_event(school, summary=ODD)
    make_news(school, title="Nieuws & zo", summary=ODD)
    in_english(house.labs)
    in_english(lab)
    update_documents(all_identities())
    return lab


@pytest.fixture
def filled(written: Any, settings: Any) -> Any:
    """What was written, in a portal whose search has the database only."""
    settings.ELASTICSEARCH_URL = ""
    return written


def test_every_feed_keeps_the_rules_whatever_is_asked(client: Any, filled: Any) -> None:
    names = {}
    for address, read in FEEDS:
        for query in QUERIES:
            names[address, query] = read(client.get(f"{address}{query}")).feed.get("id")

    atom = {address: {names[address, query] for query in QUERIES} for address, read in FEEDS if read is read_atom}
    assert all(len(found) == 1 for found in atom.values()), "a feed keeps its name"
    assert len(set.union(*atom.values())) == len(atom), "and no two have the same"


@pytest.mark.parametrize(
    ("address", "read", "title"),
    [("/nl/labs/feed/", read_atom, "Coachen & meer"), ("/nl/zoeken/rss?q=coachen", read_rss, "Coachen & meer")],
)
def test_words_arrive_as_written(client: Any, filled: Any, address: str, read: Callable, title: str) -> None:
    found = next(entry for entry in read(client.get(address)).entries if entry.title == title)

    assert "1 &lt; 2 &amp; “twee”" in found.summary
    assert "<b>" not in found.summary


def test_an_entry_keeps_its_name_when_its_address_changes(client: Any, filled: Any) -> None:
    before = {entry.title: (entry.id, entry.link) for entry in read_atom(client.get("/nl/labs/feed/")).entries}
    filled.slug = "anders"
    filled.save_revision().publish()
    after = {entry.title: (entry.id, entry.link) for entry in read_atom(client.get("/nl/labs/feed/")).entries}

    assert after["Coachen & meer"][0] == before["Coachen & meer"][0]
    assert after["Coachen & meer"][1] != before["Coachen & meer"][1]
