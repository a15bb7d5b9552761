"""However a refused word is written, wherever it stands: it is found, named as it stands there, and can be replaced."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale
from wagtail.rich_text import RichText

from curriculum.models import LabPage
from home.models import Figure, GlossaryTerm
from portal.core.house_language.finding import Finder, HouseWord
from portal.core.house_language.gate import RefusedWordsError
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
    "Cyrillic letters": lambda word: word.replace("|", "").translate(str.maketrans("aeopsic", "аеорѕіс")),
    "Cyrillic capitals": lambda word: word.replace("|", "").upper().translate(str.maketrans("ABEKPOCTH", "АВЕКРОСТН")),
    "one Greek letter": lambda word: word.replace("|", "").replace("o", "ο").replace("u", "υ"),
    "bold letters of mathematics": lambda word: "".join(chr(ord(sign) + 0x1D3B9) for sign in word.replace("|", "")),
    "letters in circles": lambda word: "".join(chr(ord(sign) + 0x246F) for sign in word.replace("|", "")),
    "figures for letters": lambda word: word.replace("|", "").translate(str.maketrans("oieast", "013457")),
    "a figure for an l": lambda word: word.replace("|", "").replace("l", "1"),
    "an I for an l": lambda word: word.replace("|", "").replace("l", "I"),
    "small capitals": lambda word: word.replace("|", "").translate(str.maketrans("ekolcpituwd", "ᴇᴋᴏʟᴄᴘɪᴛᴜᴡᴅ")),
    "no dot, a stroke": lambda word: word.replace("|", "").translate(str.maketrans("iold", "ıøłđ")),
    "a long s, a letter of two": lambda word: word.replace("|", "").replace("s", "ſ").replace("st", "\ufb06"),
    "marks of other alphabets": lambda word: "".join(f"{sign}\u0484\u05b0\u0650" for sign in word.replace("|", "")),
    "signs that choose a form": lambda word: "\U000e0100".join(word.replace("|", "")),
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
    "a line break within": lambda word: f"<p>De {word.replace('|', '<br/>')} komt.</p>",
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
        "op school 1 opleider, op school 0 opleiders",
        "het is 1 school! Opleiders komen",
        "school/opleider",
        "school & opleider",
        "<p>Op school</p><p>Opleiders</p>",
        "<p>Zij zei: <q>mijn schoolopleider</q>.</p>",
        "<blockquote>mijn werkplek-begeleider</blockquote>",
    ],
)
def test_words_that_only_stand_beside_each_other_are_left_alone(text: str) -> None:
    assert replaced_in(text, rich=text.startswith("<"))[0] == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "written",
    [
        "schoolopleiders",
        "SCHOOL\u00adOPLEIDER",
        "school\u00a0opleider",
        "school–opleidersdag",
        "school- en vakopleiders",
        "ѕсhооlорlеidеrѕ",
    ],
)
def test_every_place_refuses_every_way_of_writing_in_both_languages(house: House, school: Any, written: str) -> None:
    lab = make_lab(school, "coachen", title="Coachen")
    RefusedWord.objects.create(language="nl", forms=["schoolopleider"], says=["opleider", "opleiders"])
    let_through = []
    for page in (lab, in_english(lab)):
        for place, fields in _places_of_a_lab(page, written):
            revision = draft(page, **fields)
            try:
                revision.publish()
            except RefusedWordsError:
                continue
            let_through.append((page.locale.language_code, place))
    assert let_through == []
    others: list[Any] = [PortalImage(title=written), PortalImage(title="x", description=written)]
    others += [PortalDocument(title=written)]
    for locale in Locale.objects.all():
        others += [GlossaryTerm(term=written, definition="x", locale=locale)]
        others += [GlossaryTerm(term="x", definition=written, locale=locale)]
    for other in others:
        with pytest.raises(RefusedWordsError):
            other.save()
    assert LabPage.objects.get(pk=lab.pk).title == "Coachen"


def _places_of_a_lab(lab: LabPage, written: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each place of a lab where an editor writes words, by name, with the field that has them there."""
    for name in ("title", "seo_title", "search_description", "summary", "concern", "takeaway", "how_it_works"):
        yield name, {name: f"Over de {written}"}
    rich, fine = f"<p>{written}</p>", "<p>Goed</p>"
    picture = {"image": a_picture(), "alt_text": "Een klas", "caption": "", "decorative": False}
    number = Figure.objects.get_or_create(slug="n", display="4", unit="labs", source="bron", locale=lab.locale)[0]
    notice = {"heading": "x", "text": RichText(fine), "page": lab, "button": "Lees"}
    lines = {"kind": "steps", "heading": "", "lines": [{"label": "", "text": RichText(fine)}]}
    table = {"caption": "x", "columns": ["a", "b"], "rows": [["1", "b"]]}
    facts = {"heading": "", "facts": [{"term": "x", "value": "y"}]}
    moment = {"when": "2026", "text": RichText(fine), "is_plan": False}
    blocks: dict[str, tuple[str, Any]] = {
        "text": ("paragraph", rich),
        "picture, what it shows": ("picture", {**picture, "alt_text": written}),
        "picture, caption": ("picture", {**picture, "caption": written}),
        "table, caption": ("table", {**table, "caption": written}),
        "table, column": ("table", {**table, "columns": ["a", written]}),
        "table, cell": ("table", {**table, "rows": [["1", written]]}),
        "list, heading": ("listing", {**lines, "heading": written}),
        "list, label": ("listing", {**lines, "lines": [{"label": written, "text": RichText(fine)}]}),
        "list, text": ("listing", {**lines, "lines": [{"label": "", "text": RichText(rich)}]}),
        "facts, heading": ("facts", {**facts, "heading": written}),
        "facts, name": ("facts", {**facts, "facts": [{"term": written, "value": "y"}]}),
        "facts, value": ("facts", {**facts, "facts": [{"term": "x", "value": written}]}),
        "timeline, heading": ("timeline", {"heading": written, "moments": [moment]}),
        "timeline, when": ("timeline", {"heading": "", "moments": [{**moment, "when": written}]}),
        "timeline, text": ("timeline", {"heading": "", "moments": [{**moment, "text": RichText(rich)}]}),
        "notice, heading": ("notice", {**notice, "heading": written}),
        "notice, text": ("notice", {**notice, "text": RichText(rich)}),
        "notice, button": ("notice", {**notice, "button": written}),
        "figures, heading": ("figures", {"heading": written, "figures": [number]}),
        "cards, heading": ("cards", {"heading": written, "pages": [lab]}),
    }
    for place, block in blocks.items():
        yield place, {"body": [block]}


def a_picture() -> PortalImage:
    """An image of which the people in it agreed."""
    known = PortalImage.objects.filter(title="Foto").first()
    return known or PortalImage.objects.create(title="Foto", file=get_test_image_file(), consent=True)
