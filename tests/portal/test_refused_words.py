"""A word the house does not use is found however it is written, and nothing else is."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from portal.core.house_language.finding import OF_A_HARD_VERB, OF_A_VERB, Finder, HouseWord
from portal.core.house_language.signs import letters_of

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
        ("de instituut(s)opleiders", "instituut(s)opleider", "opleider"),
        ("een (school)opleider", "(school)opleider", "opleider"),
        ("een schoolopleid(er)", "schoolopleid(er)", "opleider"),
        ("(werkplek-)begeleiders", "(werkplek-)begeleider", "begeleider"),
        ("A workplace supervisor helps", "workplace supervisor", "mentor"),
        ("werk\u00adplek\u00a0be\u0301geleider", "werk\u00adplek\u00a0be\u0301geleider", "begeleider"),
        ("drie stagescholen", "stagescholen", "locatie"),
        ("twee stagiairs en", "stagiairs", "collega in opleiding"),
        ("na de lessen", "lessen", "lab"),
    ):
        assert said(text) == [(found, says)], text


def test_a_hyphen_that_stands_for_the_second_or_first_half_of_a_word_hides_nothing() -> None:
    for text, found, says in (
        ("Vraag het werkplek- en vakbegeleiders", "werkplek-", "begeleiders"),
        ("De Werkplek- en vakbegeleiding", "Werkplek-", "Begeleiding"),
        ("school- en instituutsopleiders helpen", "school- en instituutsopleider", "opleider"),
        ("de school- en de instituut(s)opleiders", "school- en de instituut(s)opleider", "opleider"),
        ("school-, instituuts- en vakopleiders", "school-, instituuts-", "opleiders"),
        ("zowel school- als vakopleiders", "school-", "opleiders"),
        ("school-/vakopleider", "school-", "opleider"),
        ("school- en (vak)opleiders", "school-", "opleiders"),
        ("school- en externe opleiders", "school-", "opleiders"),
        ("WERKPLEK- EN VAKBEGELEIDERS", "WERKPLEK-", "BEGELEIDERS"),
        ("werkplek\u2011 en vak\u00adbe\u00adgeleiders", "werkplek\u2011", "begeleiders"),
        ("workplace- and classroom supervisors", "workplace-", "mentors"),
        ("schoolleiders en -opleiders", "-opleiders", "opleiders"),
        ("werkplekcoaches, -begeleiders en -maten", "-begeleiders", "begeleiders"),
        ("stage- en buurtscholen", "stage-", "locatie"),
    ):
        assert said(text) == [(found, says)], text
    assert said("school-, vak- en instituutsopleiders") == [
        ("school-", "opleiders"),
        ("instituutsopleider", "opleider"),
    ]


def test_a_hyphen_that_stands_for_another_half_is_left_alone() -> None:
    for text in (
        "stage- en schooldagen",
        "stage- en schooltijd",
        "school- en lerarenopleiding",
        "school- en opleidersdagen",
        "stage- en gewone lesuren op school",
        "werkplek- en vakkennis. Begeleiders weten dat",
        "vak- en schoolleiders, opleiders",
        "schoolleiders en -gidsen. Opleiders ook",
        "- school en - opleider",
        "-",
    ):
        assert said(text) == [], text


def test_what_only_looks_like_it_is_left_alone() -> None:
    for text in (
        "een opleider op school. Opleiders zijn er",
        "de school, opleiders en leerlingen",
        "de avondschool opleiders zoekt",
        "dat op school opleiders rondlopen",
        "het stagiairenfonds betaalt",
        "molest en lesgeven, wat les kost".replace("les kost", "telt"),
        "de schoolopleiding",
        "een stage schoolt je",
        "toen de stage schoolde in wat telt",
        "de 1es van 2025, 13s en 1e s",
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
    assume(not (re.fullmatch(r"[a-z]{4,}\n[a-z]{4,}", spread) and letters_of(after) in OF_A_VERB))
    text = f"Er is {start}{spread.upper() if shout else spread}{after} hier."
    hits = FINDER.find(text)
    assert any(letters_of(hit.found).startswith(word) for hit in hits), text


@given(st.sampled_from(sorted(OF_A_VERB | OF_A_HARD_VERB)), st.sampled_from("-\u00ad\u2011\u200b_"))
def test_a_verb_behind_anything_but_one_space_between_two_words_hides_nothing(ending: str, gap: str) -> None:
    for written in (f"stage{gap}school", f"stage{gap} school", f"sta{gap}ge school", "stage  school", "stage scho ol"):
        assert said(f"Een {written}{ending} je."), written
    assert [found for found, _says in said("Een stage schooltje, stage schoolbezoek, stage schoolten")] == [
        "stage school",
        "stage school",
        "stage school",
    ]


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


@given(
    st.data(),
    LETTERS.filter(len),
    st.sampled_from([" en ", " of ", "/", ", ", " en de ", ", vak- en ", " & ", " en\n"]),
)
def test_a_hyphen_for_the_half_that_a_later_or_earlier_word_has_hides_nothing(
    data: st.DataObject, other: str, between: str
) -> None:
    whole = data.draw(st.sampled_from(["werkplek|begeleider", "school|opleider", "instituuts|opleider"]))
    first, last = whole.split("|")
    hyphen = data.draw(st.sampled_from("-\u2010\u2011"))
    ending = data.draw(st.sampled_from(["", "s"]))
    for text in (
        f"Vraag de {first}{hyphen}{between}x{other}{last}{ending} om raad.",
        f"Vraag de {first}{other}{between.replace(', vak- en', ' en')} {hyphen}{last}{ending} om raad.",
    ):
        hits = FINDER.find(text)
        assert any(hit.says == last + ending for hit in hits), text
        for hit in reversed(hits):
            text = text[: hit.start] + hit.says + text[hit.end :]
        assert FINDER.find(text) == [], text
