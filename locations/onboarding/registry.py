"""What the portal can see itself of a partner: a function for each fact, by the name that a task gives it.

    @register_check("labs-gepubliceerd", _("this many labs are published"))
    def labs(partner: Partner) -> int: ...

returns how much of it there is. A task that names it is done as long as there is enough, and no longer: nothing of it
is stored.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from portal.partners.models import Partner

Count = Callable[[Partner], int]


@dataclass(frozen=True, slots=True)
class Check:
    """A fact the portal can see: what it is in words, and how it is counted."""

    label: str | Promise
    count: Count


CHECKS: dict[str, Check] = {}


def register_check(name: str, label: str | Promise) -> Callable[[Count], Count]:
    """Register a function of a partner; raises ValueError for a name that is taken."""

    def register(count: Count) -> Count:
        if name in CHECKS:
            raise ValueError(f"{name} is a check already")
        CHECKS[name] = Check(label, count)
        return count

    return register


def choices() -> list[tuple[str, str | Promise]]:
    """Return what a task can be ticked by, for its form."""
    return [(name, found.label) for name, found in CHECKS.items()]


def unknown(names: Iterable[str]) -> list[str]:
    """Return the names that are no check, sorted."""
    return sorted({name for name in names if name and name not in CHECKS})


def counted(names: Iterable[str], partner: Partner) -> dict[str, int]:
    """Return how much of each fact there is, each asked once; what is no check counts for nothing."""
    return {name: CHECKS[name].count(partner) for name in sorted(set(names)) if name in CHECKS}
