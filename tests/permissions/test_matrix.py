"""Every URL pattern, as every role, for what is one's own, another's and shared: exactly the answer of the table."""

from itertools import permutations

import pytest

from portal.partners.rights import Role, Whose
from tests.permissions.addresses import address, has_second, patterns
from tests.permissions.cells import PARTNERS, Asker, describe
from tests.permissions.counting import count
from tests.permissions.outcomes import expected, table
from tests.permissions.recording import observed
from tests.permissions.world import OWNERS, World


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
            if foreign and pattern.key not in FOR_WHO_SIGNED_IN:
                leaks[f"{pattern.key} {whose}"] = [world.canaries.places[found] for found in sorted(foreign)][:4]
    count("get", cells, len(asker.known), world)

    assert not world.logged, f"in a log: {world.logged}"
    assert not leaks, f"as {role}:\n{describe(leaks)}"
    assert not wrong, f"as {role}:\n{describe(wrong)}"


FOR_WHO_SIGNED_IN = {"wagtail_serve(*) of restricted"}
"""A page that its owner opened to everyone who signed in; that visitors are sent to sign in is in the table."""


@pytest.mark.parametrize("role", PARTNERS)
def test_of_two_things_in_one_address_both_must_be_ones_own(world: World, role: Role) -> None:
    asker, opened, cells = Asker(world, role), {}, 0
    for pattern in filter(has_second, patterns()):
        for first, second in permutations((*OWNERS, "k"), 2):
            crossed = address(pattern, world.bundles[first], world, second=world.bundles[second])
            word, foreign = asker.get(crossed)
            cells += 1
            if foreign or (word == "ok" and pattern.name not in HARMLESS):
                opened[f"{pattern.key} {first}, {second}"] = (word, foreign)
    count("crossed", cells, len(asker.known), world)

    assert not opened, f"as {role}:\n{describe(opened)}"


HARMLESS = {
    "wagtailadmin_pages:move_confirm",  # says that the page cannot be moved there
    "wagtailadmin_editing_sessions:ping",  # makes a session of one's own when the given one is somebody else's
    "wagtailadmin_editing_sessions:release",
}
"""Views that answer with a page of one's own although the second thing is not."""


def test_every_pattern_has_a_row_and_every_row_a_pattern() -> None:
    assert {pattern.key for pattern in patterns()} == set(table()["addresses"])
