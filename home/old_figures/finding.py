"""Where prose still holds the number that a figure showed before: beside a word for what is counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings

from home.models.earlier_figures import EarlierFigure
from home.models.figures import NUMBER, SIGNS, Figure
from portal.core.house_language.markup import passages, sentence_around
from portal.core.house_language.texts import texts_of
from portal.core.locales import language_of
from portal.core.models.pages import PortalPage
from portal.editorial.house_language.places import pages_of
from portal.partners.access.policy import UserAccess

WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 5
"""Letters of a word that count: "locaties" and "locatie" are one word for what is counted."""
BETWEEN = r"(?:\s+[^\s.!?]+){0,3}?[\s-]+"
"""At most three words stand between a number and what is counted."""


@dataclass(frozen=True)
class Old:
    """An earlier number in the writing of one language, with the words for what it counts there."""

    earlier: EarlierFigure
    figure: Figure
    language: str

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """What is looked for; None for a number in letters, or without a word for what is counted."""
        numbers = NUMBER.findall(self.earlier.display)
        if self.language != settings.LANGUAGE_CODE:
            numbers = [number.translate(SIGNS) for number in numbers]
        counted = {word[:STEM].lower() for word in WORD.findall(self.figure.unit.partition(" per ")[0])}
        if not numbers or not counted:
            return None
        number = r"\D{1,12}".join(map(re.escape, numbers))
        words = "|".join(map(re.escape, sorted(counted)))
        return re.compile(rf"(?<![\d.,]){number}(?!\d|[.,]\d){BETWEEN}(?:{words})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence on a page that still holds an earlier number."""

    page: PortalPage
    field: str
    sentence: str
    old: Old


def places_of(access: UserAccess) -> Iterator[Place]:
    """Yield where the pages that somebody may change hold an earlier number."""
    known = earlier_numbers()
    for page in pages_of(access) if known else ():
        here = [old for old in known if old.language == language_of(page) and old.pattern]
        yield from _places_on(page, here)


def earlier_numbers() -> list[Old]:
    """Return the numbers that figures showed before and no longer show, in each language."""
    rows = EarlierFigure.objects.select_related("figure")
    figures = Figure.objects.filter(translation_key__in=rows.values("figure__translation_key"))
    translations: dict[object, list[Figure]] = {}
    for figure in figures.select_related("locale"):
        translations.setdefault(figure.translation_key, []).append(figure)
    return [
        Old(row, figure, language_of(figure))
        for row in rows
        for figure in translations[row.figure.translation_key]
        if NUMBER.findall(row.display) != NUMBER.findall(row.figure.display)
    ]


def _places_on(page: PortalPage, olds: list[Old]) -> Iterator[Place]:
    for text in texts_of(page) if olds else ():
        for passage in passages(text.value, rich=text.rich):
            for old in olds:
                assert old.pattern
                for hit in old.pattern.finditer(passage.text):
                    yield Place(page, text.label, sentence_around(passage.text, *hit.span()), old)
