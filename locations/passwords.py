"""Which passwords are too easy to guess here, besides those that Django knows."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from locations.models import LocationPage
from portal.core.models.users import User
from portal.partners.models import Partner

WORDS = Path(__file__).parent / "data" / "password_words.txt"
LEET = str.maketrans("013457@$!l", "oieastasii")
"""The letter each sign stands for. A 1 may be an i or an l, so these two are one letter here."""
SERIES = re.compile(r"((19|20)\d\d|0?1234(56?7?8?9?0?)?|123|0?9876(54?3?2?1?0?)?)+")
"""Figures that are nothing but years and counting."""
FEWEST_SIGNS = 5
"""Different characters below which a password is a repetition."""
LONGEST_EDGE = 12


class WellKnownWordsValidator:
    """Refuses one or two well-known words with figures and signs, names of the house, repetitions and blanks.

    Follows OWASP ASVS 5.0: 6.1.2 and 6.2.11 (words of the context), 6.2.4 (common passwords), and leaves free what
    6.2.5 (any composition), 6.2.8 (verified as typed) and 6.2.9 (long passphrases) leave free.
    """

    def __init__(self, length: int = 12) -> None:
        self.length = length

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError for a password that is too easy to guess. Blanks at either end add no length."""
        if not password.strip():
            raise ValidationError(_("A password of only blanks is no password."), code="password_blank")
        short = len(password) >= self.length > len(password.strip())
        if short or len(set(password.lower())) < FEWEST_SIGNS or self.is_well_known(password, user):
            raise ValidationError(
                _(
                    "This password is too easy to guess. Add words that have nothing to do with each other, or with "
                    "this house."
                ),
                code="password_well_known",
            )

    def is_well_known(self, password: str, user: User | None) -> bool:
        """Return whether the password is figures in a row, or one or two words that others would try."""
        if SERIES.fullmatch(re.sub(r"[\W_]", "", password)):
            return True
        known = common_words() | names_here() | set(names_of(user))
        words = {word.translate(LEET) for word in known}
        return any(is_made_of(letters, words) for letters in set(spellings(password)))

    def get_help_text(self) -> str:
        """Return the rule, for whoever chooses a password."""
        return _(
            "Your password cannot be one or two well-known words with a number, or the name of a partner or school."
        )


def is_made_of(letters: str, words: set[str]) -> bool:
    """Return whether the letters are one or two of the words, or those repeated."""
    if not letters:
        return False
    unit = letters[: (letters + letters).find(letters, 1)]
    return any(
        text in words or any(text[:cut] in words and text[cut:] in words for cut in range(1, len(text)))
        for text in (letters, unit)
    )


def spellings(password: str) -> Iterator[str]:
    """Yield the letters of a password in each way that its figures and signs can be meant."""
    text = plain(password)
    start = min(len(text) - len(text.lstrip("".join({c for c in text if not c.isalpha()}))), LONGEST_EDGE)
    tail = re.search(r"[\W\d_]*$", text)
    end = len(tail.group()) if tail else 0
    yield letters_of(text).translate(LEET)
    for first, last in product(range(start + 1), range(max(0, end - LONGEST_EDGE), end + 1)):
        middle = text[first : len(text) - last]
        for part in (middle, re.sub(r"[\d_\W]{2,}", "", middle)):
            yield letters_of(part.translate(LEET))


def plain(text: str) -> str:
    """Return the text in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def letters_of(text: str) -> str:
    """Return only the letters."""
    return "".join(filter(str.isalpha, text))


@cache
def common_words() -> set[str]:
    """Return the words and phrases that many people choose."""
    return {line for line in WORDS.read_text().splitlines() if not line.startswith("#")}


def names_here() -> set[str]:
    """Return the names of the house, its partners and its locations."""
    partners = (name for row in Partner.objects.values_list("name", "short_name", "slug") for name in row)
    titles = LocationPage.objects.values_list("title", flat=True)
    return set(parts([settings.WAGTAIL_SITE_NAME, *partners, *titles]))


def names_of(user: User | None) -> Iterator[str]:
    """Yield the parts of somebody's name and e-mail address."""
    found = [getattr(user, name, "") or "" for name in ("first_name", "last_name", "email")]
    yield from parts(found)


def parts(names: Iterable[str]) -> Iterator[str]:
    """Yield each name in letters only, whole and by word."""
    for name in names:
        words = [plain(name), *re.split(r"[\W\d_]+", plain(name))]
        yield from (letters for word in words if len(letters := letters_of(word)) > 2)
