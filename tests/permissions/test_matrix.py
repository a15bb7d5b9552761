"""Every URL pattern, as every role, for what is one's own, another's and shared: exactly the answer of the table.

The rule of the door is asked for every cell. Which cells are asked with a whole request as well, `chosen.py` says; of
those the answer is the table's to the word, and holds no canary that the role should not meet.
"""

from itertools import permutations

import pytest

from portal.partners.access.policy import access_of
from portal.partners.rights import Role, Whose
from tests.dated import dated
from tests.permissions.addresses import address, has_second, patterns
from tests.permissions.cells import PARTNERS, Asker, describe
from tests.permissions.chosen import OUTSIDE, REFUSALS, Cell, at_the_boundary, chosen
from tests.permissions.counting import count
from tests.permissions.outcomes import expected, table
from tests.permissions.recording import observed
from tests.permissions.rules import THROUGH, Doorkeeper
from tests.permissions.world import OWNERS, World


@pytest.fixture(scope="module")
def whole(world: World) -> frozenset[Cell]:
    """The cells of the matrix that are asked with a whole request."""
    return chosen(
        "addresses",
        {
            (pattern.key, role, whose): address(pattern, world.bundle(role, whose), world)
            for pattern in patterns()
            for role in Role
            for whose in Whose
        },
    )


@pytest.mark.parametrize("role", list(Role))
def test_every_address_answers_each_role_as_the_table_says(world: World, whole: frozenset[Cell], role: Role) -> None:
    asker, rules, wrong, leaks, cells, asked = Asker(world, role), Doorkeeper(world, role), {}, {}, 0, 0
    for pattern in patterns():
        for whose in Whose:
            cell, place = f"{pattern.key} {whose}", address(pattern, world.bundle(role, whose), world)
            right, refusal = expected("addresses", pattern.key, role, whose), rules.opens(place)
            cells += 1
            if refusal not in (THROUGH, right):
                wrong[cell] = f"{refusal} by the rule, not {right}"
            if (pattern.key, role, whose) not in whole and not at_the_boundary(role, refusal, right in REFUSALS):
                continue
            word, foreign = asker.get(place)
            observed("addresses", pattern.key, role, whose, word)
            asked += 1
            if word != right:
                wrong[cell] = f"{word}, not {right}"
            if foreign and pattern.key not in FOR_WHO_SIGNED_IN:
                leaks[cell] = [world.canaries.places[found] for found in sorted(foreign)][:4]
    count("get", cells, len(asker.known), world, whole=asked)

    assert not world.logged, f"in a log: {world.logged}"
    assert not leaks, f"as {role}:\n{describe(leaks)}"
    assert not wrong, f"as {role}:\n{describe(wrong)}"


FOR_WHO_SIGNED_IN = {"wagtail_serve(*) of restricted"}
"""A page that its owner opened to everyone who signed in; that visitors are sent to sign in is in the table."""


@pytest.mark.parametrize("role", PARTNERS)
def test_of_two_things_in_one_address_both_must_be_ones_own(world: World, role: Role) -> None:
    """The rule refuses nearly all; what it lets through is asked whole, and some of the rest."""
    asker, rules, opened, asked = Asker(world, role), Doorkeeper(world, role), {}, 0
    crossed = [
        (pattern, f"{first}, {second}", address(pattern, world.bundles[first], world, second=world.bundles[second]))
        for pattern in filter(has_second, patterns())
        for first, second in permutations((*OWNERS, "k"), 2)
    ]
    refused = {place for _pattern, _owners, place in crossed if rules.opens(place) != THROUGH}
    left_out = refused - set(dated(sorted(refused), SOME_REFUSED))
    for pattern, owners, place in crossed:
        if place in left_out:
            continue
        asked += 1
        word, foreign = asker.get(place)
        if foreign or (word == "ok" and pattern.name not in HARMLESS):
            opened[f"{pattern.key} {owners}"] = (word, foreign)
    count("crossed", len(crossed), len(asker.known), world, whole=asked)

    assert not opened, f"as {role}:\n{describe(opened)}"


SOME_REFUSED = 25
"""How many addresses that the rule refuses are asked whole as well."""

HARMLESS = {
    "wagtailadmin_pages:move_confirm",  # says that the page cannot be moved there
    "wagtailadmin_editing_sessions:ping",  # makes a session of one's own when the given one is somebody else's
    "wagtailadmin_editing_sessions:release",
}
"""Views that answer with a page of one's own although the second thing is not."""


@pytest.mark.parametrize("role", list(Role))
def test_only_who_works_here_may_enter_the_admin(world: World, role: Role) -> None:
    """Before the rules of views comes this one; those outside meet it at every view that is not for signing in."""
    person = Doorkeeper(world, role).person

    assert person.has_perm("wagtailadmin.access_admin") == (role not in OUTSIDE)
    assert access_of(person).is_core == (role in (Role.CORE_EDITOR, Role.CORE_ADMIN, Role.SUPERUSER))


def test_every_pattern_has_a_row_and_every_row_a_pattern() -> None:
    assert {pattern.key for pattern in patterns()} == set(table()["addresses"])
