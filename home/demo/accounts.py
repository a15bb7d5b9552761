"""Who can sign in on the demo site. Made for demonstration only: never load this where real editors work."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do in the space of their partner."""

    ADMIN = "admin"
    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """A person of the demo site."""

    label: str
    """Who this is, in plain Dutch."""
    email: str
    password: str
    partner: str
    """Slug of the partner."""
    role: Role


def _account(label: str, name: str, partner: str, role: Role) -> DemoAccount:
    return DemoAccount(label, f"{name}@opleidingshuis.example", f"demo-{name}-2026", partner, role)


DEMO_ACCOUNTS = [
    _account("Beheerder van het kernteam", "beheer", "kernteam", Role.ADMIN),
    _account("Redacteur van het kernteam", "redactie", "kernteam", Role.EDITOR),
    _account("Schrijver van Academie Tien", "schrijver.tien", "academie-tien", Role.AUTHOR),
    _account("Redacteur van Academie Tien", "redactie.tien", "academie-tien", Role.EDITOR),
    _account("Schrijver van Hogeschool Utrecht", "schrijver.hu", "hogeschool-utrecht", Role.AUTHOR),
    _account("Redacteur van Hogeschool Utrecht", "redactie.hu", "hogeschool-utrecht", Role.EDITOR),
    _account("Schrijver van MBO Amersfoort", "schrijver.mbo", "mbo-amersfoort", Role.AUTHOR),
    _account("Redacteur van MBO Amersfoort", "redactie.mbo", "mbo-amersfoort", Role.EDITOR),
    _account("Schrijver van de pabo", "schrijver.pabo", "pabo-hogeschool-utrecht", Role.AUTHOR),
    _account("Redacteur van de pabo", "redactie.pabo", "pabo-hogeschool-utrecht", Role.EDITOR),
    _account("Vertaler van Academie Tien", "vertaler.tien", "academie-tien", Role.TRANSLATOR),
]
