"""Asking one address as one role, without keeping what it changed."""

from dataclasses import dataclass, field
from typing import Any

from django.core import mail
from django.db import transaction

from portal.partners.rights import Role
from tests.permissions.canaries import seen
from tests.permissions.outcomes import outcome, text_of
from tests.permissions.world import MAY_READ, World


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
        with transaction.atomic():
            response = self.world.ask(self.role, address)
            found = outcome(response), seen(text_of(response, address), MAY_READ[self.role])
            transaction.set_rollback(True)
        return found


def foreign_words_in_mail(allowed: dict[str, str]) -> set[str]:
    """Return the canaries in the mails sent so far that their receivers should not meet; `allowed` is per address."""
    found: set[str] = set()
    for message in mail.outbox:
        for receiver in message.recipients():
            found |= seen(f"{message.subject}\n{message.body}", allowed.get(receiver, ""))
    return found


def describe(cells: dict[str, Any]) -> str:
    """Return wrong cells as lines for people."""
    return "\n".join(f"{key}: {value}" for key, value in sorted(cells.items()))
