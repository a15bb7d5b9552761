"""Every URL pattern, as every role, for what is one's own, another's and shared: exactly the answer of the table."""

import pytest

from portal.partners.rights import Role, Whose
from tests.permissions.addresses import address, has_second, patterns
from tests.permissions.cells import Asker, describe
from tests.permissions.outcomes import expected, table
from tests.permissions.recording import observed
from tests.permissions.world import OWNER_OF, World
from tests.report_plugin import report

CELLS: dict[str, int] = {}


def count(kind: str, cells: int, world: World) -> None:
    """Tell the report how many cells were asked."""
    CELLS[kind] = CELLS.get(kind, 0) + cells
    report.add("permissions", {**CELLS, "cells": sum(CELLS.values()), "canaries": len(world.canaries.places)})


@pytest.mark.parametrize("role", list(Role))
def test_every_address_answers_each_role_as_the_table_says(world: World, role: Role) -> None:
    asker, wrong, leaks, cells = Asker(world, role), {}, {}, 0
    for pattern in patterns():
        for whose in Whose:
            word, foreign = asker.get(address(pattern, world.bundle(role, whose), world))
            observed("addresses", pattern.key, role, whose, word)
            cells += 1
            if word != expected("addresses", pattern.key, role, whose):
                wrong[f"{pattern.key} {whose}"] = f"{word}, not {expected('addresses', pattern.key, role, whose)}"
            if foreign:
                leaks[f"{pattern.key} {whose}"] = [world.canaries.places[found] for found in sorted(foreign)][:4]
    count("get", cells, world)

    assert not leaks, f"as {role}:\n{describe(leaks)}"
    assert not wrong, f"as {role}:\n{describe(wrong)}"


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR, Role.JOINING])
def test_of_two_things_in_one_address_both_must_be_ones_own(world: World, role: Role) -> None:
    own = world.bundles["a in English" if role is Role.TRANSLATOR else OWNER_OF[role]]
    theirs, asker, opened, cells = world.bundles["b"], Asker(world, role), {}, 0
    for pattern in filter(has_second, patterns()):
        for name, first, second in (("own, theirs", own, theirs), ("theirs, own", theirs, own)):
            word, foreign = asker.get(address(pattern, first, world, second=second))
            cells += 1
            if foreign or (word == "ok" and pattern.name not in HARMLESS):
                opened[f"{pattern.key} {name}"] = (word, foreign)
    count("crossed", cells, world)

    assert not opened, f"as {role}:\n{describe(opened)}"


HARMLESS = {
    "wagtailadmin_pages:move_confirm",  # says that the page cannot be moved there
    "wagtailadmin_editing_sessions:ping",  # makes a session of one's own when the given one is somebody else's
    "wagtailadmin_editing_sessions:release",
}
"""Views that answer with a page of one's own although the second thing is not."""


def test_every_pattern_has_a_row_and_every_row_a_pattern() -> None:
    assert {pattern.key for pattern in patterns()} == set(table()["addresses"])
