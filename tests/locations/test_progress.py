"""How far a school is in joining: phases open one after another, and what is done stays done."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from locations.onboarding.progress import Progress, Standing, TaskStatus, walk

DAY = date(2026, 9, 22)
TASKS = st.lists(st.booleans(), max_size=4)
WAYS = st.lists(TASKS, max_size=5)


def way(plan: list[list[bool]], finished: set[str]) -> Progress:
    """Walk phases given as lists of "does this task open the gate"."""
    phases: list[tuple[Any, list[tuple[Any, Any]]]] = []
    for phase, gates in enumerate(plan):
        tasks = [SimpleNamespace(slug=f"{phase}-{n}", opens_gate=gate) for n, gate in enumerate(gates)]
        phases.append((phase, [(task, task) for task in tasks]))
    return walk(phases, Standing(dict.fromkeys(finished, DAY)))


def all_tasks(plan: list[list[bool]]) -> list[str]:
    return [f"{phase}-{number}" for phase, gates in enumerate(plan) for number in range(len(gates))]


WAYS_WITH_DONE = WAYS.flatmap(
    lambda plan: st.tuples(st.just(plan), st.sets(st.sampled_from(all_tasks(plan) or ["geen"])))
)


@given(WAYS_WITH_DONE)
def test_a_phase_is_open_exactly_when_every_gate_before_it_is(case: tuple[list[list[bool]], set[str]]) -> None:
    plan, finished = case
    still_open = True
    for number, step in enumerate(way(plan, finished).phases):
        assert step.is_open == still_open
        needed = {f"{number}-{n}" for n, gate in enumerate(plan[number]) if gate}
        still_open = still_open and needed <= finished


@given(WAYS_WITH_DONE)
def test_what_is_done_counts_wherever_it_stands(case: tuple[list[list[bool]], set[str]]) -> None:
    plan, finished = case
    progress = way(plan, finished)

    assert progress.done == len(finished & set(all_tasks(plan)))
    assert progress.total == len(all_tasks(plan))


@given(WAYS_WITH_DONE)
def test_at_most_one_task_is_next_and_it_is_the_first_open_one(case: tuple[list[list[bool]], set[str]]) -> None:
    plan, finished = case
    progress = way(plan, finished)
    steps = [task for phase in progress.phases for task in phase.tasks]
    startable = [task for phase in progress.phases if phase.is_open for task in phase.tasks if not task.done_on]

    assert [task for task in steps if task.status is TaskStatus.BUSY] == startable[:1]
    assert progress.next_task == (startable[0] if startable else None)


def test_nothing_behind_a_closed_gate_can_start() -> None:
    progress = way([[True, False], [False]], {"0-1"})

    assert [task.status for phase in progress.phases for task in phase.tasks] == ["busy", "done", "locked"]
    assert [task.task.slug for task in progress.phases[0].gate_left] == ["0-0"]
