"""Every way to write, as every role: the answer of the table, and nothing of another partner touched.

The rule of the door is asked for every cell. Which cells are asked with a whole request as well, `chosen.py` says; of
those we look at the answer, canaries in it, mails, logs, and what became of the things of another partner.
"""

import pytest

from portal.partners.rights import Role, Whose
from tests.permissions.actions import SNIPPETS, actions
from tests.permissions.actions.more import personal_actions
from tests.permissions.cells import Doer, describe, described
from tests.permissions.chosen import Cell, at_the_boundary, chosen
from tests.permissions.counting import count
from tests.permissions.outcomes import expected, table
from tests.permissions.recording import observed
from tests.permissions.rules import THROUGH, Doorkeeper
from tests.permissions.world import World


@pytest.fixture(scope="module")
def whole(world: World) -> frozenset[Cell]:
    """The cells of the table of ways to write that are asked with a whole request."""
    return chosen(
        "actions",
        {
            (action.name, role, whose): described(action, world.bundle(role, whose))
            for action in actions()
            for role in Role
            for whose in Whose
        },
    )


@pytest.mark.parametrize("role", list(Role))
def test_every_way_to_write_is_open_as_the_table_says(world: World, whole: frozenset[Cell], role: Role) -> None:
    doer, rules, cells, asked = Doer(world, role), Doorkeeper(world, role), 0, 0
    wrong, leaks, harmed = {}, {}, {}
    for action in actions():
        for whose in Whose:
            cell, right = f"{action.name} {whose}", str(expected("actions", action.name, role, whose))
            refusal = rules.does(action, world.bundle(role, whose))
            cells += 1
            if refusal not in (THROUGH, right):
                wrong[cell] = f"{refusal} by the rule, not {right}"
            if (action.name, role, whose) not in whole and not at_the_boundary(role, refusal, "+" not in right):
                continue
            tried = doer.do(action, whose)
            observed("actions", action.name, role, whose, tried.word)
            asked += 1
            if tried.word != right:
                wrong[cell] = f"{tried.word}, not {right}"
            if tried.leaked:
                leaks[cell] = [world.canaries.places[word] for word in sorted(tried.leaked)][:4]
            if tried.harmed:
                harmed[cell] = sorted(tried.harmed)
    count("post", cells, len(doer.known), world, whole=asked)

    assert not harmed, f"as {role}:\n{describe(harmed)}"
    assert not world.logged, f"in a log: {world.logged}"
    assert not leaks, f"as {role}:\n{describe(leaks)}"
    assert not wrong, f"as {role}:\n{describe(wrong)}"


def test_every_action_has_a_row_and_writes_for_somebody(world: World) -> None:
    rows = table()["actions"]
    profiles = table()["profiles"]

    assert {action.name for action in actions()} == set(rows)
    idle = [name for name, profile in rows.items() if not any("+" in str(cell) for cell in profiles[profile].values())]
    assert sorted(idle) == IDLE


IDLE = sorted(
    [
        # Asks for a choice first.
        "page: choose where to move",
        "page: hand over an answer in the queue",
        "bulk: move everything below a page",
        # Not complete, or nothing to do; the way is what is tested.
        "bulk: unpublish a draft page",
        "crossed: make a page in another's space",
        "task: enable",
        "workflow: enable",
        "locale: change",
        "trajectory: close a gate",
        "trajectory: take over the template",
        "translation: by machine",
        # Refused to everyone, because something stands in it or there is no form for it.
        "collection: delete",
        "locale: make",
        "locale: delete",
        "partner: delete",
        "bulk: delete a partner",
        "page: move into another language",
        "page: make it private with a password",
        "crossed: lead visitors to another's draft",
        *(f"{model}: make while choosing" for models in SNIPPETS.values() for model in models),
        # Leaves a trace of being there only.
        "session: tell that a page is open",
        "session: close that of another",
        "account of oneself: put a notice away",
        "account of oneself: sign out",
        # What visitors send changes nothing.
        *(action.name for action in personal_actions() if action.name.startswith(("sign in", "visitor"))),
    ]
)
"""Actions that change nothing for anyone here, and why that is right."""
