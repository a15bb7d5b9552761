"""The letters of a text as they are compared: without spaces, hyphens, accents, capitals and signs that nobody sees.

A letter of another alphabet that looks like one of ours counts as ours. Unicode names those (confusables.txt, thousands
of them); here are the ones a Dutch or English word can be written with unseen: Cyrillic, Greek, Armenian and the Latin
letters that `normalize` leaves as they are. Wide, bold, small and ligatured letters are read by `normalize` itself.
"""

import re
from unicodedata import normalize

BETWEEN = re.compile(
    "[\\s_\\-\u00ad\u058a\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2060-\u206f"
    "\u2212\u2800\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u3164\ufe31\ufe32\ufe58\ufe63\ufeff\uff0d\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    "|(?<=[\\w-])[()*\u00b7\u2022\u2027\u2219](?=[\\w-])"
)
"""One sign that may stand inside a word without making it another: a space, a hyphen, an unseen sign, one of those with
which people write two forms in one, as in instituut(s), (werkplek-)begeleider and opleid*ster."""
MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a"
    "\ufe00-\ufe0f\ufe20-\ufe2f]"
)
"""A sign written on, under or through the letter before it."""
_ALPHABETS = (
    ("АВЕЅІЈКМНОРСТУХаеѕіјкоԛрсухԁһӏԝгпѵүԍҽвмнт", "ABESIJKMHOPCTYXaesijkoqpcyxdhlwrnvygebmht"),  # Cyrillic
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳαεηικνορτυϲγχ", "ABEZHIKMNOPTYXCjaenikvoptucyx"),  # Greek
    ("ՍՏՕաոսօցհ", "USOwnuogh"),  # Armenian
    ("ıȷɑɡɩʟɴɪʀᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢɢʙʜꜱøłđħŧƚɨƙɓɗ", "ijagilniracdejkmoptuvwzgbhsoldhtlikbd"),  # Latin
)
LOOK_ALIKES = {ord(sign): ours for signs, letters in _ALPHABETS for sign, ours in zip(signs, letters, strict=True)}

SHAPES = str.maketrans("01l|!345789@$€", "oiiiieastbgase")


def shape_of(letters: str) -> str:
    """Return letters as they look at first sight: a figure may stand for one (sch00l), and an I for an l."""
    return letters.translate(SHAPES)


def letters_of(text: str) -> str:
    """Return the letters and signs of a text as they are compared."""
    return letters_in(BETWEEN.sub("", text))


def letters_in(signs: str) -> str:
    """Return the letters of signs between which nothing has to be left out; one sign may be several letters."""
    if signs.isascii():
        return signs.lower()
    return MARKS.sub("", normalize("NFKD", signs).translate(LOOK_ALIKES).casefold()).translate(LOOK_ALIKES)
