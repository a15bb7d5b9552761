"""Text as files may hold it: XML and iCalendar refuse most control characters, and old data has them."""

import re

REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters but tabs and line breaks, halves of pairs, and two code points that XML names."""


def printable(text: object) -> str:
    """Return a text with a space for every character that a feed or a calendar may not hold."""
    return REFUSED.sub(" ", str(text).replace("\r\n", "\n"))


def one_line(text: object) -> str:
    """Return a text on one line, with single spaces: for titles, and for headers of a mail."""
    return " ".join(printable(text).split())
