"""What visitors say around what they ask: a greeting, who they are, that they are looking for it, please and thanks.

It goes at both ends of a query, and never so much that nothing is left to search for. A word of a frame says something
elsewhere: "helpen" asks for help in "kun je me helpen met oudergesprekken", and not in "leerlingen helpen".
"""

import re
from functools import cache

from django.conf import settings

from portal.core.worded import worded
from search.analysis.data import read_lines
from search.analysis.words import QUESTION_WORDS, STOP_WORDS, words_of

APART = r"[\s,.!?;:…-]"
ARTICLE = rf"(?:{APART}+(?:een|de|het|an?|the))?"
NAME = rf"(?:(?:van|bij|in|op|of|at|by|the|het) )*{re.escape(settings.WAGTAIL_SITE_NAME)}"
"""The whole site is about what it is called after."""


def unframed(text: str, language: str) -> str:
    """Return what is asked, without what is said around it; what stands in quotation marks is asked as it is."""
    frames = _frames(worded(language))
    shorter = True
    while shorter and '"' not in text:
        left = text
        for frame in frames:
            left = frame.sub("", left, count=1)
        shorter = left != text and _says_something(left, language)
        text = left if shorter else text
    return _unnamed(text, language)


@cache
def _frames(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what is a frame at the beginning of a text, and what at the end."""
    before, after = (
        "|".join(f"(?:{line})" for line in read_lines(f"{place}_{language}.txt")) for place in ("before", "after")
    )
    return _at_the_ends(before, after)


def _at_the_ends(before: str, after: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"^{APART}*(?:{before}){ARTICLE}{APART}+", re.IGNORECASE),
        re.compile(rf"{APART}+(?:{after}){APART}*$", re.IGNORECASE),
    )


NAMED = _at_the_ends(NAME, NAME)


def _unnamed(text: str, language: str) -> str:
    """Return a text without the name of the site at its ends; a question is often about the site itself."""
    is_question = any(word.lower() in QUESTION_WORDS[language] for word in words_of(text))
    if is_question or '"' in text:
        return text
    left = NAMED[1].sub("", NAMED[0].sub("", text, count=1), count=1)
    return left if _says_something(left, language) else text


def _says_something(text: str, language: str) -> bool:
    """Return whether a text has a word that is searched."""
    common = STOP_WORDS[language] | QUESTION_WORDS[language]
    return any(word.lower() not in common for word in words_of(text))
