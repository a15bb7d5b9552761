"""Text as files may hold it: XML and iCalendar refuse most control characters, and old data has them."""

import unicodedata

KEPT = "\t\n"
"""Control characters that mean something in running text."""
NEVER = {*range(0xD800, 0xE000), 0xFFFE, 0xFFFF}
"""Code points that are no characters: halves of pairs, and two that XML names."""


def printable(text: object) -> str:
    """Return a text with a space for every character that a feed or a calendar may not hold."""
    known = str(text).replace("\r\n", "\n")
    return "".join(" " if _is_refused(character) else character for character in known)


def one_line(text: object) -> str:
    """Return a text on one line, with single spaces: for titles, and for headers of a mail."""
    return " ".join(printable(text).split())


def _is_refused(character: str) -> bool:
    return character not in KEPT and (unicodedata.category(character) == "Cc" or ord(character) in NEVER)
