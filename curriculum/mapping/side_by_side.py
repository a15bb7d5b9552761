"""Institutes beside each other: what each asks about a theme or of who follows a lab, and what serves it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from curriculum.labs.offer import LabOffering, Offer, OfferedSession
from curriculum.mapping.outcomes import ListedOutcome, by_institute
from portal.partners.models import Partner

if TYPE_CHECKING:
    from curriculum.models.theme import ThemePage


SHOWN = 2
"""How many sessions to come are named of a lab; its own page has them all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An outcome as one meets it here: the ways to show it, and the labs that help with their next sessions."""

    outcome: ListedOutcome
    ways: list[str]
    labs: list[tuple[LabOffering, list[OfferedSession]]]


@dataclass(frozen=True, slots=True)
class Side:
    """One institute with what it asks here; nothing when it has outcomes, but none here."""

    partner: Partner
    asked: list[Asked]


def about_theme(
    theme: "ThemePage", outcomes: Sequence[ListedOutcome], offer: Offer, first: Partner | None
) -> list[Side]:
    """Return what each institute asks about a theme, with the labs that count; one institute before the others."""
    return _sides(
        outcomes,
        lambda outcome: outcome.about(theme),
        lambda outcome: Asked(outcome, [outcome.way_in(theme)], _with_sessions(offer.of_all(outcome.labs))),
        first,
    )


def _with_sessions(labs: Iterable[LabOffering]) -> list[tuple[LabOffering, list[OfferedSession]]]:
    return [(lab, [session for session in lab.coming if not session.is_cancelled][:SHOWN]) for lab in labs]


def about_lab(lab: LabOffering, outcomes: Sequence[ListedOutcome]) -> list[Side]:
    """Return what each institute has one do with a lab: as it says in the themes of the lab, else in general."""
    return _sides(
        outcomes,
        lambda outcome: outcome.counts(lab.facts),
        lambda outcome: Asked(outcome, _ways_with(lab, outcome), []),
    )


def _ways_with(lab: LabOffering, outcome: ListedOutcome) -> list[str]:
    ways = [outcome.way_in(theme) for theme in lab.themes if outcome.about(theme)] or [str(outcome.page.verwerking)]
    return [way for way in dict.fromkeys(ways) if way]


def _sides(
    outcomes: Sequence[ListedOutcome],
    holds: Callable[[ListedOutcome], bool],
    asked: Callable[[ListedOutcome], Asked],
    first: Partner | None = None,
) -> list[Side]:
    found = {one.partner: one.outcomes for one in by_institute(outcomes, holds)}
    if not found:
        return []
    everyone = (one.partner for one in by_institute(outcomes))
    return [
        Side(partner, [asked(outcome) for outcome in found.get(partner, [])]) for partner in in_front(everyone, first)
    ]


def in_front(institutes: Iterable[Partner], first: Partner | None) -> list[Partner]:
    """Return the institutes with one of them before the others, which keep their order."""
    return sorted(institutes, key=lambda institute: institute != first)
