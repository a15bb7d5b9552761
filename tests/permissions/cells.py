"""Asking one address or doing one thing as one role, without keeping what it changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from django.core import mail
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.test import TestCase

from portal.partners.rights import Role, Whose
from tests.index_plugin import waiting
from tests.permissions.actions import Action
from tests.permissions.canaries import seen
from tests.permissions.outcomes import outcome, text_of
from tests.permissions.watching import foreign_words_in_mails
from tests.permissions.world import MAY_READ, World
from tests.permissions.writes import belongings, published, rows_written

PARTNERS = (Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR, Role.JOINING)
"""Roles at one partner, to whom another partner's things are another's."""


@contextmanager
def undone_afterwards() -> Iterator[None]:
    """Put back what happens inside: rows by taking the transaction back, files by not removing them at all."""
    with (
        transaction.atomic(),
        waiting.opened(),
        patch.object(FileSystemStorage, "delete", lambda self, name: None),
    ):
        yield
        transaction.set_rollback(True)


def as_if_kept() -> Any:
    """Also do what waits until the rows are kept, such as publishing a translation."""
    return TestCase.captureOnCommitCallbacks(execute=True)


@dataclass
class Asker:
    """Asks as one role; an address that was asked before is not asked again."""

    world: World
    role: Role
    known: dict[str, tuple[str, set[str]]] = field(default_factory=dict)

    def get(self, address: str) -> tuple[str, set[str]]:
        """Return the word for the answer, and the canaries in it that this role should not meet."""
        if address not in self.known:
            self.known[address] = self._ask(address)
        return self.known[address]

    def _ask(self, address: str) -> tuple[str, set[str]]:
        with undone_afterwards():
            response = self.world.ask(self.role, address)
            return outcome(response), seen(text_of(response, address), MAY_READ[self.role])


@dataclass(frozen=True)
class Attempt:
    """What became of doing something: the word, canaries that leaked, and tables in which another lost or got rows."""

    word: str
    leaked: frozenset[str] = frozenset()
    harmed: frozenset[str] = frozenset()


@dataclass
class Doer:
    """Does things as one role; what comes down to the same request is done once, as for addresses."""

    world: World
    role: Role
    known: dict[str, Attempt] = field(default_factory=dict)

    def do(self, action: Action, whose: Whose) -> Attempt:
        """Do something with what belongs to an owner and return what became of it."""
        bundle = self.world.bundle(self.role, whose)
        request = described(action, bundle)
        if request not in self.known:
            self.known[request] = attempt(self.world, action, self.role, bundle)
        return self.known[request]


def described(action: Action, bundle: Any) -> str:
    """Return what tells one request from another."""
    return f"{action.name} {action.where(bundle)} {action.form and action.form(bundle)} {action.data(bundle)}"


def attempt(world: World, action: Action, role: Role, bundle: Any) -> Attempt:
    """Do it and put it back. What somebody types is no news to them when a form shows it again."""
    with undone_afterwards():
        action.filled_in(world, bundle)
    mail.outbox.clear()
    with undone_afterwards():
        before = rows_written()
        try:
            with as_if_kept():
                response = action.send(world, role, bundle)
        except Exception as error:  # whatever it is, an editor would see a broken page
            return Attempt(f"broken: {error!r}"[:200])
        wrote = rows_written() > before
        word = outcome(response) + ("+" if wrote else "") + ("!" if wrote and published() != world.published else "")
        after = belongings(world.bundles["b"]) if wrote and role in PARTNERS else world.theirs
        harmed = frozenset(table for table in world.theirs if world.theirs[table] != after[table])
        leaked = seen(text_of(response, ""), MAY_READ[role]) - seen(str(action.data(bundle)), "")
        leaked |= foreign_words_in_mails(world.readers)
    return Attempt(word, frozenset(leaked), harmed)


def describe(cells: dict[str, Any]) -> str:
    """Return wrong cells as lines for people."""
    return "\n".join(f"{key}: {value}" for key, value in sorted(cells.items()))
