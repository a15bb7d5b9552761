"""Mails go to the people of one partner, and say nothing of another."""

from typing import Any

import pytest
from django.core import mail

from portal.partners.rights import Role
from tests.permissions.actions import actions
from tests.permissions.cells import as_if_kept
from tests.permissions.watching import foreign_words_in_mails
from tests.permissions.world import World

pytestmark = pytest.mark.usefixtures("undone")


def receivers_of(world: World, name: str, role: Role, bundle: Any) -> set[str]:
    """Do something and return who got mail about it."""
    action = next(action for action in actions() if action.name == name)
    action.filled_in(world, bundle)
    mail.outbox.clear()
    with as_if_kept():
        assert action.send(world, role, bundle).status_code == 302
    assert not foreign_words_in_mails(world.readers)
    return {receiver for message in mail.outbox for receiver in message.recipients()}


def test_a_submitted_page_is_told_to_the_reviewers_of_its_partner_only(world: World) -> None:
    told = receivers_of(world, "page: submit", Role.AUTHOR, world.bundles["a"])

    assert told == {world.people[Role.EDITOR].email}


def test_a_page_of_a_partner_without_reviewers_is_told_to_the_core_editors(world: World) -> None:
    told = receivers_of(world, "page: submit", Role.JOINING, world.bundles["j"])

    assert told == {world.people[Role.CORE_EDITOR].email}


@pytest.mark.parametrize("word", ["approve", "reject"])
def test_an_answer_is_told_to_who_submitted(world: World, word: str) -> None:
    theirs = world.bundles["b"]

    told = receivers_of(world, f"page: {word} in its queue", Role.SUPERUSER, theirs)

    assert told == {theirs.user.email}


def test_a_comment_is_told_to_people_of_the_partner_only(world: World) -> None:
    world.bundles["a"].published.subscribers.create(user=world.people[Role.AUTHOR], comment_notifications=True)

    told = receivers_of(world, "page: comment", Role.EDITOR, world.bundles["a"])

    assert told == {world.people[Role.AUTHOR].email}
