"""How far a school is in joining: which tasks are done, what comes next, which gates are open. Pure.

A phase opens when the gate of the phase before it is open; a gate opens when every task it asks for
is done. Tasks of a closed phase cannot be started yet, but what was done already counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class TaskStatus(StrEnum):
    """Where a task stands; the values are the ones the style sheet knows, components/status.html has the words."""

    DONE = "done"
    BUSY = "busy"
    TODO = "todo"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class TaskStep:
    """A task with its status; `task` carries the facts, `text` the words in the reader's language."""

    task: Any
    text: Any
    status: TaskStatus
    done_on: date | None


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """A phase with its tasks."""

    phase: Any
    tasks: tuple[TaskStep, ...]
    is_open: bool

    @property
    def gate_tasks(self) -> tuple[TaskStep, ...]:
        """Tasks that must be done before the next phase opens."""
        return tuple(step for step in self.tasks if step.task.opens_gate)

    @property
    def gate_left(self) -> tuple[TaskStep, ...]:
        """Those of them that are still to be done."""
        return tuple(step for step in self.gate_tasks if step.status != TaskStatus.DONE)

    @property
    def done(self) -> int:
        """How many tasks are done."""
        return sum(step.status == TaskStatus.DONE for step in self.tasks)

    @property
    def gate_is_open(self) -> bool:
        """Whether the next phase may begin."""
        return self.is_open and not self.gate_left


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole way."""

    phases: tuple[PhaseStep, ...]

    @property
    def total(self) -> int:
        """How many tasks there are."""
        return sum(len(phase.tasks) for phase in self.phases)

    @property
    def done(self) -> int:
        """How many tasks are done."""
        return sum(phase.done for phase in self.phases)

    @property
    def next_task(self) -> TaskStep | None:
        """The task whose turn it is; None when everything is done or blocked."""
        steps = (step for phase in self.phases for step in phase.tasks)
        return next((step for step in steps if step.status == TaskStatus.BUSY), None)


def walk(phases: Iterable[tuple[Any, list[tuple[Any, Any]]]], finished: Mapping[str, date]) -> Progress:
    """Return the progress over phases, each given with its (facts, text) pairs of tasks.

    `finished` says on which day a task was done, by the short name of the task.
    """
    steps: list[PhaseStep] = []
    is_open, someone_busy = True, False
    for phase, pairs in phases:
        tasks = []
        for facts, text in pairs:
            status = _status(facts.slug in finished, is_open, someone_busy)
            someone_busy = someone_busy or status == TaskStatus.BUSY
            tasks.append(TaskStep(facts, text, status, finished.get(facts.slug)))
        steps.append(PhaseStep(phase, tuple(tasks), is_open))
        is_open = steps[-1].gate_is_open
    return Progress(tuple(steps))


def _status(is_done: bool, is_open: bool, someone_busy: bool) -> TaskStatus:
    """Return the status of a task: the first open one is next, everything behind a closed gate waits."""
    if is_done:
        return TaskStatus.DONE
    if not is_open:
        return TaskStatus.LOCKED
    return TaskStatus.TODO if someone_busy else TaskStatus.BUSY
