"""The matrix bites: with any one guard taken away, a cell of it turns red.

`make test-bite` takes away every guard of the registry. `make test` takes away eight that the date chooses;
`PORTAL_BITE_DATE=2026-11-24` chooses those of another day.
"""

import os
import random
from datetime import date

import pytest

from tests.permissions.bite import GUARDS, Guard, removed
from tests.permissions.world import World
from tests.report_plugin import report

SAMPLE = 8
DATE = os.environ.get("PORTAL_BITE_DATE") or date.today().isoformat()
EVERY = DATE == "all"


def chosen() -> list[Guard]:
    """Return the guards of the day; the same in every process of a run."""
    return list(GUARDS) if EVERY else random.Random(DATE).sample(GUARDS, SAMPLE)  # chooses tests, keeps no secret


def test_the_registry_holds_at_least_forty_guards() -> None:
    assert len({guard.path for guard in GUARDS}) == len(GUARDS) >= 40
    assert all(guard.cells for guard in GUARDS)


@pytest.mark.parametrize("guard", chosen(), ids=lambda guard: guard.path)
def test_without_this_guard_the_matrix_turns_red(world: World, guard: Guard) -> None:
    report.add("permissions", {"guards": len(GUARDS), "guards removed": len(chosen()), "guards chosen by": DATE})
    before = [cell(world) for cell in guard.cells]
    assert not any(before), "red with the guard in its place"

    with removed(guard, world):
        unnoticed = [number for number, cell in enumerate(guard.cells) if not cell(world)]

    assert not unnoticed, f"nobody notices that {guard.path} is gone: cells {unnoticed}"
