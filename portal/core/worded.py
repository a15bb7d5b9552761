"""Which words a language has here: Dutch its own, English its own, and any other language borrows the English.

A third language is a setting. Its pages are translated, its interface has a catalogue; what is neither, such as the
words of addresses, names of files and the rules by which search reads words, it has in English until somebody adds it.
"""

from typing import TypeVar

from django.utils.translation import get_language

T = TypeVar("T")
DUTCH, ENGLISH = "nl", "en"
OWN = (DUTCH, ENGLISH)
"""Languages with words of their own."""
COUNTRIES = {DUTCH: "NL", ENGLISH: "GB"}
"""As the country of which a language is written here, where somebody wants to know."""


def worded(language: str | None = None) -> str:
    """Return the language whose words are used for a language, by default that of the reader; Dutch for none."""
    language = language or get_language() or DUTCH
    return language if language in OWN else ENGLISH


def with_country(language: str, between: str = "-") -> str:
    """Return a language with its country, such as `nl-NL`; alone when nobody said which country."""
    return between.join(filter(None, [language, COUNTRIES.get(language)]))


class PerLanguage(dict[str, T]):
    """Something by language; a language that has none of its own gets the English."""

    def __missing__(self, language: str) -> T:
        """Return the English."""
        return self[ENGLISH]
