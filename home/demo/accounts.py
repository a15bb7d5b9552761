"""Who can sign in on the demo site. Made for demonstration only: never load this where real editors work."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

DOMAIN = "opleidingshuis.example"


class Role(StrEnum):
    """What somebody may do: at their partner, or in the core team."""

    ADMIN = "admin"
    CORE_ADMIN = "core-admin"
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
    team: str
    """Heading under which `make run` shows the account."""


CORE_TEAM = "kernteam"

CORE = {
    "beheer": ("Technisch beheerder", Role.ADMIN),
    "kernbeheer": ("Beheerder van het kernteam", Role.CORE_ADMIN),
    "redactie": ("Redacteur van het kernteam", Role.EDITOR),
}
"""The names of the core team before the at sign."""

TEAMS = {
    "tien": ("academie-tien", "Academie Tien", "locatie"),
    "brug": ("voorbeeldlocatie", "De Brug", "voorbeeld van een locatie die aansluit"),
    "nuovo": ("nuovo-scholen", "NUOVO Scholen", "schoolbestuur"),
    "hu": ("hogeschool-utrecht", "Hogeschool Utrecht", "instituut"),
    "mbo": ("mbo-amersfoort", "MBO Amersfoort", "mbo, zonder formele afspraak"),
    "pabo": ("pabo-hogeschool-utrecht", "de pabo", "verkennend"),
}
"""A partner of each kind: its mark in addresses, its slug, its name, and what it is."""

ROLES = {
    "schrijver": ("Auteur", Role.AUTHOR),
    "redactie": ("Redacteur", Role.EDITOR),
    "vertaler": ("Vertaler", Role.TRANSLATOR),
}
"""The first part of an address, who that is, and the role."""


def _account(name: str, label: str, partner: str, role: Role, team: str) -> DemoAccount:
    return DemoAccount(label, f"{name}@{DOMAIN}", f"demo-{name}-2026", partner, role, team)


DEMO_ACCOUNTS = [_account(name, label, CORE_TEAM, role, "kernteam") for name, (label, role) in CORE.items()] + [
    _account(f"{word}.{mark}", f"{label} van {name}", slug, role, f"{name} ({kind})")
    for mark, (slug, name, kind) in TEAMS.items()
    for word, (label, role) in ROLES.items()
]


def account_lines() -> Iterator[str]:
    """Describe all accounts in a line per partner: every password follows from the name before the at sign."""
    yield f"name@{DOMAIN}, password demo-name-2026:"
    teams: dict[str, list[str]] = {}
    for account in DEMO_ACCOUNTS:
        teams.setdefault(account.team, []).append(account.email.partition("@")[0])
    for team, names in teams.items():
        yield f"  {team:<45}" + "".join(f" {name:<15}" for name in names).rstrip()
