"""How far a school is in joining: which tasks are done, what comes next, which gates are open. Pure.

A phase opens when the gate of the phase before it is open. In the trajectory of a school a gate is held until the core
team passes it, which it may once every task that the gate asks for is done; the public example has nobody to pass its
gates, so there the tasks open them. Tasks of a closed phase cannot be started yet, but what was done already counts.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from locations.onboarding.months import first_day, last_day


class TaskStatus(StrEnum):
    """Where a task stands; the values are the ones the style sheet knows, components/status.html has the words."""

    DONE = "done"
    BUSY = "busy"
    TODO = "todo"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a school has done: `finished` gives each task that is done its day, None for what the portal sees itself.

    Tasks are named by their short name, phases too. `begun` are the tasks for which something was written down,
    `passed` the phases whose gate the core team passed; None where the tasks themselves open the gates.
    """

    finished: Mapping[str, date | None] = field(default_factory=dict)
    begun: Collection[str] = frozenset()
    passed: Collection[str] | None = None
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class TaskStep:
    """A task with its status; `task` carries the facts, `text` the words in the reader's language."""

    task: Any
    text: Any
    status: TaskStatus
    done_on: date | None
    due_on: date | None = None

    @property
    def is_done(self) -> bool:
        """Whether it is done."""
        return self.status == TaskStatus.DONE

    def is_overdue(self, today: date) -> bool:
        """Whether the day is past on which it should have been done; what may be skipped is never late."""
        is_late = self.due_on is not None and self.due_on < today
        return is_late and self.task.required and not self.is_done


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """A phase with its tasks."""

    phase: Any
    tasks: tuple[TaskStep, ...]
    is_open: bool
    is_passed: bool | None = None
    """Whether the core team let the school through its gate; None for a gate that nobody holds."""
    begins_on: date | None = None
    due_on: date | None = None

    @property
    def gate_tasks(self) -> tuple[TaskStep, ...]:
        """Tasks that must be done before the next phase opens."""
        return tuple(step for step in self.tasks if step.task.opens_gate)

    @property
    def gate_left(self) -> tuple[TaskStep, ...]:
        """Those of them that are still to be done."""
        return tuple(step for step in self.gate_tasks if not step.is_done)

    @property
    def done(self) -> int:
        """How many tasks are done."""
        return sum(step.is_done for step in self.tasks)

    @property
    def left(self) -> int:
        """How many tasks there are still to do."""
        return len(self.tasks) - self.done

    @property
    def gate_is_open(self) -> bool:
        """Whether the next phase may begin."""
        return self.is_open and (not self.gate_left if self.is_passed is None else self.is_passed)

    @property
    def may_pass(self) -> bool:
        """Whether the core team can let the school through now."""
        return self.is_open and self.is_passed is False and not self.gate_left


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole way."""

    phases: tuple[PhaseStep, ...]

    @property
    def steps(self) -> list[TaskStep]:
        """All tasks, in order."""
        return [step for phase in self.phases for step in phase.tasks]

    @property
    def total(self) -> int:
        """How many tasks there are."""
        return len(self.steps)

    @property
    def done(self) -> int:
        """How many tasks are done."""
        return sum(phase.done for phase in self.phases)

    @property
    def left(self) -> int:
        """How many tasks there are still to do."""
        return self.total - self.done

    @property
    def next_task(self) -> TaskStep | None:
        """The task whose turn it is; None when everything is done or blocked."""
        return next((step for step in self.steps if step.status == TaskStatus.BUSY), None)

    def overdue(self, today: date) -> list[TaskStep]:
        """Return what should have been done by now, the longest ago first."""
        late = [step for step in self.steps if step.is_overdue(today)]
        return sorted(late, key=lambda step: step.due_on or today)


def walk(phases: Iterable[tuple[Any, list[tuple[Any, Any]]]], standing: Standing) -> Progress:
    """Return the progress over phases, each given with its (facts, text) pairs of tasks."""
    steps: list[PhaseStep] = []
    is_open, someone_busy = True, False
    for phase, pairs in phases:
        begins_on, due_on = _days(phase, standing.starts_on)
        tasks = []
        for facts, text in pairs:
            is_begun = facts.slug in standing.begun or not someone_busy
            status = _status(facts.slug in standing.finished, is_open, is_begun)
            someone_busy = someone_busy or status == TaskStatus.BUSY
            tasks.append(TaskStep(facts, text, status, standing.finished.get(facts.slug), due_on))
        is_passed = _passed(phase, pairs, standing)
        steps.append(PhaseStep(phase, tuple(tasks), is_open, is_passed, begins_on, due_on))
        is_open = steps[-1].gate_is_open
    return Progress(tuple(steps))


def _days(phase: Any, starts_on: date | None) -> tuple[date | None, date | None]:
    if starts_on is None:
        return None, None
    return first_day(starts_on, phase.month_from), last_day(starts_on, phase.month_to)


def _passed(phase: Any, pairs: list[tuple[Any, Any]], standing: Standing) -> bool | None:
    """Return whether the gate was passed; None where there is no gate, or nobody who holds it."""
    is_gate = standing.passed is not None and (phase.gate or any(facts.opens_gate for facts, _text in pairs))
    return phase.slug in (standing.passed or ()) if is_gate else None


def _status(is_done: bool, is_open: bool, is_begun: bool) -> TaskStatus:
    """Return the status of a task: the first open one is next, everything behind a closed gate waits."""
    if is_done:
        return TaskStatus.DONE
    if not is_open:
        return TaskStatus.LOCKED
    return TaskStatus.BUSY if is_begun else TaskStatus.TODO
