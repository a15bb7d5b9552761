"""Which cells of the matrix `make test` asks with a whole request; the rule of the door is asked for every cell.

A whole request goes to each view, and to each way to write, for each answer that the table has for it; to a partner
where there is one with that answer. The core team may read all there is and touch all there is, so only partners can
meet a leak or do harm. Where the answer shows or changes something, it is asked for one's own, another's and shared.
The date chooses among the cells that are alike, and some cells besides.

Never left to the date is the boundary: a cell in which a partner is to be refused and our door lets it through, so
that a check of Wagtail's is all that stands there. `make test-deep` asks every cell whole.
"""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping

from portal.partners.rights import Role, Whose
from tests.dated import dated, day, deep
from tests.permissions.cells import PARTNERS
from tests.permissions.outcomes import expected
from tests.permissions.rules import THROUGH

CORE = (Role.CORE_EDITOR, Role.CORE_ADMIN, Role.SUPERUSER)
OUTSIDE = (Role.ANONYMOUS, Role.SIGNED_IN, Role.DEACTIVATED)
"""Who has no right to enter the admin."""

REFUSALS = frozenset({"login", "home", "denied", "missing", "bad", "method", "moved", "401", "410"})
"""Answers that show nothing of what was asked for, and change nothing."""

BESIDES = 150
"""How many cells of a section the date chooses besides."""

Cell = tuple[str, Role, Whose]


def chosen(section: str, requests: Mapping[Cell, str]) -> frozenset[Cell]:
    """Return the cells of a section of the table that are asked whole; the same in every process of a run.

    `requests` says what each cell asks: of one role's cells that ask the same, one is enough.
    """
    cells = list(dict.fromkeys(requests))
    if deep() or "PORTAL_RECORD" in os.environ:
        return frozenset(cells)
    alike: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    asked: set[tuple[Role, str]] = set()
    for cell in cells:
        key, role, _whose = cell
        if (role, requests[cell]) not in asked:
            asked.add((role, requests[cell]))
            alike[key, str(expected(section, *cell))].append(cell)
    chance = day()
    found = {chance.choice(some) for (_key, word), group in alike.items() for some in _each(word, group)}
    return frozenset({*found, *dated(cells, BESIDES)})


def _each(word: str, alike: list[Cell]) -> Iterator[list[Cell]]:
    """Yield the cells of one view and one answer in groups of which one each is asked."""
    for roles in (PARTNERS, CORE, OUTSIDE):
        some = [cell for cell in alike if cell[1] in roles]
        if not some:
            continue
        if roles is PARTNERS and word not in REFUSALS:
            yield from filter(None, ([cell for cell in some if cell[2] is whose] for whose in Whose))
        else:
            yield some
        return


def at_the_boundary(role: Role, refusal: str, refused: bool) -> bool:
    """Whether a partner should be refused, and by Wagtail: our door lets it through."""
    return role in PARTNERS and refusal == THROUGH and refused
