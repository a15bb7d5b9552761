"""Writing down what was observed, as a proposal for the table. A person reviews it before it replaces anything.

`PORTAL_RECORD=proposal.yaml pytest tests/permissions` writes the file; without the variable nothing is kept.
"""

import atexit
import os
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from portal.partners.rights import Role, Whose
from tests.permissions.outcomes import TABLE

SEEN: dict[str, dict[str, dict[Role, dict[Whose, str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(dict)))


def observed(section: str, key: str, role: Role, whose: Whose, word: str) -> None:
    """Remember one cell, when asked to."""
    if "PORTAL_RECORD" in os.environ:
        SEEN[section][key][role][whose] = word


def proposal() -> dict[str, Any]:
    """Return what was observed in the shape of the table; profiles that exist keep their names."""
    known = yaml.safe_load(TABLE.read_text())["profiles"] if TABLE.exists() else {}
    names = {_signature(profile): name for name, profile in known.items()}
    profiles: dict[str, dict[str, str]] = {}
    found: dict[str, Any] = {}
    for section, rows in SEEN.items():
        found[section] = {}
        for key, roles in rows.items():
            profile = {role.value: _cells(roles[role]) for role in Role}
            name = names.setdefault(_signature(profile), f"new-{len(names) + 1}")
            profiles[name] = profile
            found[section][key] = name
    return {"profiles": dict(sorted(profiles.items())), **found}


def _cells(cells: dict[Whose, str]) -> str:
    words = [cells.get(whose, "?") for whose in Whose]
    return words[0] if len(set(words)) == 1 else " ".join(words)


def _signature(profile: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(profile.items()))


@atexit.register
def write() -> None:
    """Write the proposal at the end of the process."""
    if path := os.environ.get("PORTAL_RECORD"):
        Path(path).write_text(yaml.safe_dump(proposal(), sort_keys=False, allow_unicode=True, width=120))
