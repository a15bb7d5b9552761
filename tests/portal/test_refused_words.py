"""A word the house does not use is found however it is written, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from portal.core.house_language.finding import Finder, HouseWord, letters_of

HOUSE = (
    HouseWord(("werkplekbegeleider", "werkplekbegeleiding"), ("begeleider", "begeleiders", "begeleiding")),
    HouseWord(("schoolopleider", "instituutsopleider"), ("opleider", "opleiders"), ("op school opleiders",)),
    HouseWord(("workplace supervisor",), ("mentor", "mentors")),
    HouseWord(("stagiair",), ("collega in opleiding", "collega's in opleiding"), ("stagiairenfonds",), advises=True),
    HouseWord(("stageschool",), ("locatie", "locaties")),
    HouseWord(("les",), ("lab", "labs")),
)
FINDER = Finder(HOUSE)
GAPS = st.sampled_from(["", "", "", "-", "\u00ad", "\u2011", "\u200b", " - ", "\n"])
LETTERS = st.text("abcdefghijklmnopqrstuvwxyzé", max_size=6)


def said(text: str) -> list[tuple[str, str]]:
    return [(hit.found, hit.says) for hit in FINDER.find(text)]


def test_each_way_of_writing_is_found_with_the_word_of_the_house() -> None:
    for text, found, says in (
        ("Vraag je werkplekbegeleider.", "werkplekbegeleider", "begeleider"),
        ("De werkplek-begeleiders komen", "werkplek-begeleider", "begeleider"),
        ("een werk plek begeleider", "werk plek begeleider", "begeleider"),
        ("Werkplekbegeleiding is er elke week", "Werkplekbegeleiding", "Begeleiding"),
        ("de werkplekbegeleidster", "werkplekbegeleidster", "begeleider"),
        ("het schoolopleidersoverleg", "schoolopleider", "opleider"),
        ("SCHOOLOPLEIDERS", "SCHOOLOPLEIDER", "OPLEIDER"),
        ("de oud-schoolopleider", "schoolopleider", "opleider"),
        ("school- en instituut(s)opleiders", "instituut(s)opleider", "opleider"),
        ("A workplace supervisor helps", "workplace supervisor", "mentor"),
        ("werk\u00adplek\u00a0be\u0301geleider", "werk\u00adplek\u00a0be\u0301geleider", "begeleider"),
        ("drie stagescholen", "stagescholen", "locatie"),
        ("twee stagiairs en", "stagiairs", "collega in opleiding"),
        ("na de lessen", "lessen", "lab"),
    ):
        assert said(text) == [(found, says)], text


def test_what_only_looks_like_it_is_left_alone() -> None:
    for text in (
        "een opleider op school. Opleiders zijn er",
        "de school, opleiders en leerlingen",
        "de avondschool opleiders zoekt",
        "dat op school opleiders rondlopen",
        "het stagiairenfonds betaalt",
        "molest en lesgeven, wat les kost".replace("les kost", "telt"),
        "de schoolopleiding",
        "",
    ):
        assert said(text) == [], text


@given(st.data(), LETTERS, LETTERS, st.booleans())
def test_no_hyphen_space_capital_prefix_or_ending_hides_it(
    data: st.DataObject, before: str, after: str, shout: bool
) -> None:
    word = data.draw(st.sampled_from(["werkplekbegeleider", "schoolopleider", "instituutsopleider"]))
    gaps = [data.draw(GAPS) for _letter in word]
    spread = "".join(letter + gap for letter, gap in zip(word, [*gaps[:-1], ""], strict=True))
    start = "" if any(sign.isspace() for sign in spread) else before
    text = f"Er is {start}{spread.upper() if shout else spread}{after} hier."
    hits = FINDER.find(text)
    assert any(letters_of(hit.found).startswith(word) for hit in hits), text


@given(st.text(max_size=200))
def test_any_text_is_read_and_every_hit_stands_where_it_says(text: str) -> None:
    for hit in FINDER.find(f"{text} schoolopleider {text}"):
        assert f"{text} schoolopleider {text}"[hit.start : hit.end] == hit.found
    assert FINDER.find(f"{text}. Schoolopleider. {text}")


@given(st.sampled_from(["schoolopleider", "Werkplek-begeleiders", "workplace  supervisor", "stagiairs"]), LETTERS)
def test_replacing_what_was_found_leaves_nothing_to_find(word: str, other: str) -> None:
    text = f"Hier is {word} en {other}."
    for hit in reversed(FINDER.find(text)):
        text = text[: hit.start] + hit.says + text[hit.end :]
    assert FINDER.find(text) == []
