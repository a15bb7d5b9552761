"""What a newer version of the template does differently from the one that a school follows, piece by piece."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.template.defaultfilters import yesno
from django.utils.translation import gettext as _

from locations.onboarding.models import OnboardingPhase, OnboardingTask
from locations.onboarding.plan import PHASE_FACTS, PHASE_TEXTS, TASK_FACTS, TASK_TEXTS, Plan, words_of


@dataclass(frozen=True, slots=True)
class Change:
    """What stood somewhere and what stands there now, in the reader's language."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A phase or task that is `added`, `removed`, `moved` or `changed`; once `ordered`, when what stays is."""

    kind: str
    is_phase: bool = False
    slug: str = ""
    title: str = ""
    changes: tuple[Change, ...] = ()
    """Empty where only the words of another language differ."""


def differences(old: Plan, new: Plan, language: str) -> list[Difference]:
    """Return what a newer version does differently, in its order, and then what it left out."""
    before, after = _pieces(old, language), _pieces(new, language)
    found = [_compared(before.get(key), piece, language) for key, piece in after.items()]
    gone = [_difference("removed", before[key]) for key in before if key not in after]
    stay = {key for key in after if key in before and after[key].phase == before[key].phase}
    if [key for key in before if key in stay] != [key for key in after if key in stay]:
        gone.append(Difference("ordered"))
    return [*filter(None, found), *gone]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A phase or task as it is stored in a version, with the phase it stands in; a phase stands in none."""

    model: type[Model]
    stored: dict[str, Any]
    title: str
    phase: str = ""
    phase_title: str = ""

    @property
    def content(self) -> dict[str, Any]:
        """What is compared: everything but the tasks of a phase."""
        names = PHASE_FACTS + PHASE_TEXTS if self.model is OnboardingPhase else TASK_FACTS + TASK_TEXTS
        return {name: self.stored[name] for name in names}


def _pieces(plan: Plan, language: str) -> dict[tuple[bool, str], _Piece]:
    found: dict[tuple[bool, str], _Piece] = {}
    for phase in plan.get("phases", []):
        title = words_of(phase["title"], language)
        found[True, phase["slug"]] = _Piece(OnboardingPhase, phase, title)
        for task in phase["tasks"]:
            named = words_of(task["title"], language)
            found[False, task["slug"]] = _Piece(OnboardingTask, task, named, phase["slug"], title)
    return found


def _difference(kind: str, piece: _Piece, *changes: Change) -> Difference:
    return Difference(kind, piece.model is OnboardingPhase, piece.stored["slug"], piece.title, changes)


def _compared(old: _Piece | None, new: _Piece, language: str) -> Difference | None:
    if old is None:
        return _difference("added", new)
    if old.phase == new.phase and old.content == new.content:
        return None
    return _difference("changed" if old.phase == new.phase else "moved", new, *_changes(old, new, language))


def _changes(old: _Piece, new: _Piece, language: str) -> Iterator[Change]:
    """Yield what a reader of one language sees change."""
    if old.phase != new.phase:
        yield Change(_("phase"), old.phase_title, new.phase_title)
    for name in new.content:
        before, after = (_said(new.model, name, piece.stored[name], language) for piece in (old, new))
        if before != after:
            yield Change(str(_field(new.model, name).verbose_name), before, after)


def _said(model: type[Model], name: str, value: Any, language: str) -> str:
    """Return a value in words."""
    if isinstance(value, dict):
        return words_of(value, language)
    if isinstance(value, bool):
        return str(yesno(value))
    return str(dict(_field(model, name).flatchoices).get(value, "" if value is None else value))


def _field(model: type[Model], name: str) -> Any:
    return model._meta.get_field(name)
