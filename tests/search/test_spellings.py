"""How a visitor writes a word never changes what is found: on both engines, and in suggestions."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.spelling import phone, phones, readable
from search.analysis.words import squeezed, words_of
from search.request import clean_words
from tests.search.conftest import Searching, document

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u202a\u034f\ufe0f"
ENDS = [
    "?",
    "!",
    ".",
    ",",
    ":",
    ";",
    "…",
    "(",
    ")",
    "[",
    "]",
    "'",
    "‘",
    "’",
    "„",
    "”",
    "«",
    "»",
    "¿",
    "*",
    "/",
    "–",
    "#",
]
PHONES = ["030 123 45 67", "030-1234567", "(030) 123 45 67", "+31 30 123 4567", "+31(0)30-1234567", "0031301234567",
          "0301234567", "030.123.45.67", "03 01 23 45 67",
          "+31-30-12 34 567", "030\u2011123\u00a045\u00a067"]  # fmt: skip
SAME = [
    ("doorn", ["NXT Doorn", "nxtdoorn", "nxt-doorn", "NXT‑Doorn", "Nxt  doorn", "nxt_doorn", "nxt/doorn"]),
    ("mail", ["E-mail", "email", "e mail", "E‑mail", "e–mail"]),
    ("hbo", ["hbo", "HBO", "h.b.o", "h.b.o.", "H.B.O."]),
    ("vmbo", ["vmbo", "v.m.b.o", "V.M.B.O.", "v.m.b.o.", "ＶＭＢＯ"]),
    ("startweek", ["startweek", "start week", "start-week"]),
    ("collegas", ["collega’s", "collega's", "collega`s", "collegaʼs", "collegas"]),
]


def spellings(words: str, seed: int) -> list[str]:
    """Write words in other ways that say the same."""
    chance = random.Random(seed)
    at = chance.randrange(1, len(words))
    end, start = chance.choice(ENDS), chance.choice(ENDS)
    unseen = chance.choice(UNSEEN)
    return [words, f"{words[:at]}{unseen}{words[at:]}", f"{words}{end}", f"{start}{words}{end}", f"{unseen}{words}"]


def keys(engine: Any, text: str) -> list[str]:
    """Ask as a visitor does."""
    return [hit.key for hit in engine(clean_words(text)).results]


@pytest.fixture
def written(searching: Searching) -> None:
    searching.put(
        document("doorn", title="NXT Doorn", kind="locatie"),
        document("lab-doorn", title="Lab in Doorn", body="Doorn, nxt en nog eens Doorn."),
        document("mail", title="Schrijf ons per e-\u00admail", summary="Bel 030 - 123 45 67."),
        document("ver", title="Ver weg", body="Een brief met mail en een e van ver."),
        document("hbo", title="Hbo"),
        document("hbo-1", title="Hbo 1 en het hbo van h.b.o. tot hbo", body="hbo " * 30),
        document("vmbo", title="Het v.m.b.o."),
        document("startweek", title="De start\u200bweek"),
        document("start", title="Een goede start van de dag"),
        document("collegas", title="Collega’s leren"),
    )


@pytest.mark.elasticsearch
def test_every_spelling_finds_the_same_page_first(engine: Any, written: None) -> None:
    asked = [(key, text) for key, ways in SAME for n, way in enumerate(ways) for text in spellings(way, n)]
    wrong = [(text, key, found) for key, text in asked if (found := keys(engine, text))[:1] != [key]]
    assert wrong == []
    corrected = [text for _key, text in asked if engine(clean_words(text)).corrected]
    assert corrected == []


@pytest.mark.elasticsearch
def test_a_part_of_a_compound_is_found_joined_to_its_neighbour_too(engine: Any, searching: Searching) -> None:
    searching.put(document("account", title="Je account", body="Het account hoort bij een e-mailadres."))

    for text in ("e-mail", "email", "e mail", "e-mailadres", "emailadres"):
        assert keys(engine, text) == ["account"], text


@pytest.mark.elasticsearch
def test_every_spelling_of_a_telephone_number_finds_its_page_and_no_other(engine: Any, written: None) -> None:
    assert [(text, found) for text in PHONES if (found := keys(engine, text)) != ["mail"]] == []


@pytest.mark.elasticsearch
def test_every_spelling_is_suggested(searching: Searching, written: None, request: pytest.FixtureRequest) -> None:
    asked = [(key, way[:length]) for key, ways in SAME for way in ways for length in (len(way) - 1, len(way))]
    asked += [(key, text) for key, ways in SAME for text in spellings(ways[0], 3)]

    def missed() -> list[tuple[str, str]]:
        return [
            (key, text)
            for key, text in asked
            if len(squeezed(text)) > 1
            and key not in [item["key"] for group in searching.suggest(text) for item in group["items"]]
        ]

    assert missed() == []
    request.getfixturevalue("without_elasticsearch")
    assert missed() == []


@given(st.text(), st.sampled_from(UNSEEN), st.integers(0, 60))
def test_what_nobody_sees_changes_no_word(text: str, unseen: str, at: int) -> None:
    assert readable(f"{text[:at]}{unseen}{text[at:]}") == readable(text) or text[at : at + 1] >= "\u0300"
    assert clean_words(readable(text)) == clean_words(text)
    assert words_of(readable(readable(text))) == words_of(readable(text))


@given(st.from_regex(r"0[1-9][0-9]{8}", fullmatch=True), st.lists(st.sampled_from(["", " ", "-", ".", " - "])))
def test_a_telephone_number_is_its_digits(digits: str, between: list[str]) -> None:
    parts = [*between, *[""] * 9][:9]
    spaced = "".join(f"{sign}{gap}" for sign, gap in zip(digits, [*parts, ""], strict=True))
    assert phone(spaced) == phone(f"+31{digits[1:]}") == phone(f"+31 (0){spaced[1:]}") == digits
    assert phones("2026-2027, 09-12-2026 15:00, 1 2 3 4 5 6 7 8 9 10, 0 1 2") == ()
