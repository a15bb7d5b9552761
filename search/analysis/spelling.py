"""One word has many spellings: what is taken away or made equal before words are cut, for queries and pages alike.

What nobody sees goes (soft hyphens, zero-width characters: they stand inside words, so they leave no space),
typographic signs become the plain one, and a telephone number becomes its ten digits.
"""

import re
import unicodedata

LINE_BREAK = "\n"
UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
"""Characters without a picture that Unicode does not call format characters: joiners, fillers, variation selectors."""
ONE_SIGN = re.compile("[\ufb00-\ufb06\uff01-\uff5e]")
"""Ligatures as PDF files write them, and letters as wide as a Chinese sign."""
PLAIN = str.maketrans(
    {**dict.fromkeys("’‘`´ʼʹ′‛‚ʻˈ＇", "'"), **dict.fromkeys("“”„‟«»″〝〞〟＂", '"')},
)
"""Each sign for one sign, so that places in a text stay what they are."""

PHONE = re.compile(
    r"(?<![\w+])(?![0-9]{1,2}[-/. ][0-9]{1,2}[-/. ](?:19|20)[0-9]{2}(?![0-9]))"
    r"(?:\+|\(\+|\(?0)[0-9](?:[ \t./()\-‐‑‒–—−]{0,3}[0-9]){8,13}(?!\w)"
)
"""What may be a telephone number: no date; it begins with 0 or + and holds ten digits or more, whatever is between."""
COUNTRY = "31"
NATIONAL = re.compile(r"0[1-9][0-9]{8}")
ABROAD = re.compile(r"00[1-9][0-9]{7,12}")


def readable(text: str) -> str:
    """Return a text as a reader sees it: in one Unicode form, without what has no picture, lines kept."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    text = ONE_SIGN.sub(lambda found: unicodedata.normalize("NFKC", found[0]), UNSEEN.sub("", text))
    return text.translate({ord(sign): _seen(sign) for sign in set(text) if not sign.isprintable()})


def _seen(sign: str) -> str:
    if sign == LINE_BREAK:
        return sign
    category = unicodedata.category(sign)
    if category == "Cf":  # soft hyphens, zero-width spaces and joiners, marks of direction
        return ""
    return " " if category[0] in "CZ" else sign


def plain(text: str) -> str:
    """Return the text with one kind of apostrophe and one kind of quotation mark, every letter in its place."""
    return text.translate(PLAIN)


def phone(text: str) -> str:
    """Return a telephone number as digits, a Dutch one as it is dialled here; empty for any other text."""
    digits = re.sub(r"[^0-9]", "", text.replace("(0)", "") if "+" in text or text.startswith("00") else text)
    digits = f"00{digits}" if "+" in text else digits
    if digits.startswith(f"00{COUNTRY}"):
        digits = f"0{digits[4:].removeprefix('0')}"
    return digits if NATIONAL.fullmatch(digits) or ABROAD.fullmatch(digits) else ""


def phones(text: str) -> tuple[str, ...]:
    """Return the telephone numbers in a text, each once."""
    return tuple(dict.fromkeys(filter(None, (phone(found[0]) for found in PHONE.finditer(text)))))


def with_plain_phones(text: str) -> str:
    """Return the text with each telephone number as one word."""
    return PHONE.sub(lambda found: phone(found[0]) or found[0], text)
