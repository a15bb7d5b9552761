"""The looks at pages in the browser tests: two a page, and among them every pair."""

from datetime import date, timedelta
from itertools import combinations

from tests.e2e.pairs import LANGUAGES, SCHEMES, WIDTHS, looks

NAMES = [f"page {number}" for number in range(9)]
TODAY = date(2026, 11, 24)


def test_each_page_is_seen_in_each_language_at_each_width_and_in_each_scheme() -> None:
    for choices, place in ((LANGUAGES, 0), (WIDTHS, 1), (SCHEMES, 2)):
        seen = {(name, look[place]) for name, look in looks(NAMES, TODAY)}
        assert seen == {(name, choice) for name in NAMES for choice in choices}


def test_every_language_width_and_scheme_meet() -> None:
    seen = [look for _name, look in looks(NAMES, TODAY)]
    for first, second in combinations(range(3), 2):
        assert len({(look[first], look[second]) for look in seen}) == 4


def test_four_days_show_each_page_in_every_way() -> None:
    week = [TODAY + timedelta(days=number) for number in range(4)]

    assert len({(name, look) for day in week for name, look in looks(NAMES, day)}) == 8 * len(NAMES)
