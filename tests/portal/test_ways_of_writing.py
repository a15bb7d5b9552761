"""However a refused word is written, wherever it stands: it is found, named as it stands there, and can be replaced."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from curriculum.models import LabPage
from portal.core.house_language.checking import findings
from portal.core.house_language.finding import Finder, HouseWord
from portal.core.house_language.markup import passages, replaced
from portal.core.house_language.models import RefusedWord
from portal.core.models.media import PortalDocument, PortalImage
from tests.factories import House, in_english, make_lab
from tests.portal.roads import draft

WORDS = {
    "werkplek|begeleider": ("begeleider", "begeleiders"),
    "instituuts|opleider": ("opleider", "opleiders"),
    "school|opleider": ("opleider", "opleiders"),
    "work|place|supervisor": ("mentor", "mentors"),
}
"""Words with the places at which people break them, and what the house says."""
FINDER = Finder(HouseWord((word.replace("|", ""),), says) for word, says in WORDS.items())

IN_PLAIN_TEXT: dict[str, Callable[[str], str]] = {
    "as it is": lambda word: word.replace("|", ""),
    "capital": lambda word: word.replace("|", "").capitalize(),
    "shouted": lambda word: word.replace("|", "").upper(),
    "capitals within": lambda word: word.title().replace("|", ""),
    "wide letters": lambda word: "".join(chr(ord(sign) + 0xFEE0) for sign in word.replace("|", "")),
    "plural": lambda word: word.replace("|", "") + "s",
    "possessive": lambda word: word.replace("|", "") + "’s",
    "diminutive": lambda word: word.replace("|", "") + "tje",
    "diminutives": lambda word: word.replace("|", "") + "tjes",
    "start of a compound": lambda word: word.replace("|", "") + "sdag",
    "start of a compound, apart": lambda word: word.replace("|", " ") + "sdagen",
    "end of a compound": lambda word: "hoofd" + word.replace("|", ""),
    "end of a compound, with a hyphen": lambda word: "oud-" + word.replace("|", ""),
    "accent of one sign": lambda word: word.replace("|", "").replace("e", "é").replace("o", "ó"),
    "accent of two signs": lambda word: word.replace("|", "").replace("e", "e\u0301").replace("o", "o\u0301"),
    "in quotation marks": lambda word: f"“{word.replace('|', '')}”",
    "in parentheses": lambda word: f"({word.replace('|', '')})",
    "two forms in one": lambda word: word.replace("|", "")[:-2] + "(" + word[-2:] + ")",
    "two forms in one, with a star": lambda word: word.replace("|", "")[:-2] + "*" + word[-2:],
    "two forms in one, with a point in the middle": lambda word: word.replace("|", "")[:-2] + "·" + word[-2:],
    "before a full stop": lambda word: word.replace("|", "") + ".",
    **{
        f"U+{ord(sign):04X}": lambda word, sign=sign: word.replace("|", sign)  # type: ignore[misc]
        for sign in (
            " \u00a0\u202f\u2009\u3000\n\t-\u00ad\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\u2e17_"
            "\u200b\u200c\u200d\u2060\u2064\ufeff\u180e\u061c\u034f\u2800\u3164\u115f"
        )
    },
    "hyphen and space": lambda word: word.replace("|", "- "),
    "dash between spaces": lambda word: word.replace("|", " – "),
    "letter by letter": lambda word: "\u00ad".join(word.replace("|", "")),
}
IN_RICH_TEXT: dict[str, Callable[[str], str]] = {
    "bold end": lambda word: f"<p>De {word.replace('|', '<b>', 1).replace('|', '')}</b> komt.</p>",
    "italic start": lambda word: f"<p>De <i>{word.replace('|', '</i>', 1).replace('|', '')} komt.</p>",
    "link within": lambda word: f'<p>De <a linktype="page" id="3">{word.replace("|", "</a>", 1).replace("|", "")}.</p>',
    "soft hyphen": lambda word: f"<p>De {word.replace('|', '&shy;')}.</p>",
    "no-break space": lambda word: f"<p>De {word.replace('|', '&nbsp;')}.</p>",
    "number of a sign": lambda word: f"<p>De {word.replace('|', '&#8203;')} &amp; &#{ord('d')};e rest.</p>",
    "named sign": lambda word: f"<p>De {word.replace('|', '&ZeroWidthSpace;')}.</p>",
    "a letter as a number": lambda word: f"<p>De &#{ord(word[0])};{word[1:].replace('|', '')}.</p>",
    "in a list": lambda word: f"<ul><li>{word.replace('|', '-')}</li></ul>",
    "in a heading": lambda word: f"<h2>{word.replace('|', '')}</h2>",
    "beside a quotation": lambda word: f"<p><q>Ja</q> {word.replace('|', '')} <q>nee</q></p>",
    "behind a note": lambda word: f"<p>De {word.replace('|', '<!-- x -->')}.</p>",
}


def replaced_in(text: str, *, rich: bool) -> tuple[int, str]:
    """Return how many words were found, and the text with the words of the house in their place."""
    found = [
        (passage.kept_at(hit.start, hit.end), hit.says)
        for passage in passages(text, rich=rich)
        for hit in FINDER.find(passage.text)
    ]
    for (start, end), says in reversed(found):
        text = replaced(text, start, end, says, rich=rich)
    return len(found), text


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("way", IN_PLAIN_TEXT)
def test_however_it_is_written_it_is_found_once_and_can_be_replaced(way: str, word: str) -> None:
    text = f"Vraag {IN_PLAIN_TEXT[way](word)} om raad."
    count, told = replaced_in(text, rich=False)
    assert count == 1, text
    assert replaced_in(told, rich=False)[0] == 0, told


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("way", IN_RICH_TEXT)
def test_no_mark_link_or_entity_hides_it_and_replacing_it_leaves_the_marks_whole(way: str, word: str) -> None:
    text = IN_RICH_TEXT[way](word)
    count, told = replaced_in(text, rich=True)
    assert count == 1, text
    assert replaced_in(told, rich=True)[0] == 0, told
    for tag in ("b", "i", "a", "q", "p"):
        assert told.count(f"<{tag}>") + told.count(f"<{tag} ") == told.count(f"</{tag}>"), told


@pytest.mark.parametrize(
    "text",
    [
        "Er is een begeleider op de werkplek.",
        "Wie op de werkplek begeleidt, leert zelf ook.",
        "Je kiest je school. Opleiders helpen je.",
        "De school, opleiders en leerlingen",
        "de basisschool opleiders zoekt",
        "een workplace supervises nobody",
        "na school opleiden wij elkaar",
        "<p>Op school</p><p>Opleiders</p>",
        "<p>Zij zei: <q>mijn schoolopleider</q>.</p>",
        "<blockquote>mijn werkplek-begeleider</blockquote>",
    ],
)
def test_words_that_only_stand_beside_each_other_are_left_alone(text: str) -> None:
    assert replaced_in(text, rich=text.startswith("<"))[0] == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "written", ["schoolopleiders", "SCHOOL\u00adOPLEIDER", "school\u00a0opleider", "school–opleidersdag"]
)
def test_every_place_refuses_every_way_of_writing(house: House, school: Any, written: str) -> None:
    lab = make_lab(school, "coachen", title="Coachen")
    english = in_english(lab)
    RefusedWord.objects.create(language="nl", forms=["schoolopleider"], says=["opleider", "opleiders"])
    places: list[tuple[Any, dict[str, Any]]] = [
        (lab, {name: f"Over de {written}"})
        for name in ("title", "seo_title", "search_description", "summary", "concern", "takeaway", "how_it_works")
    ]
    table = {"caption": "x", "columns": ["a", written], "rows": [["1", "b"]]}
    places += [(lab, {"body": [("table", table)]}), (english, {"summary": written}), (english, {"seo_title": written})]
    for page, fields in places:
        revision = draft(page, **fields)
        with pytest.raises(ValidationError):
            revision.publish()
    for media in (
        PortalImage(title=written),
        PortalImage(title="x", description=written),
        PortalDocument(title=written),
    ):
        assert [hit.hit.says.lower() for hit in findings(media)] != [], written
    assert LabPage.objects.get(pk=lab.pk).title == "Coachen"
