"""Random people do random things; after each the site must answer as an oracle in plain Python says."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from tests.copies import own_database
from tests.permissions import oracle
from tests.permissions.drive import FIRMS, PEOPLE, Site, build
from tests.permissions.oracle import Model, Person, Sheet
from tests.report_plugin import report

SEQUENCES = max(200, settings().max_examples)
"""The usual profile asks for fewer than this test needs; the deep one for more."""

ON_PAGES = ("move", "alias", "translate", "publish", "unpublish", "delete", "edit")
ON_PARTNERS = ("archive", "bring_back", "formality", "regroup", "activate")

Step = tuple[str, int, int, int, int]
"""What happens, who does it, to which page, at which partner, and one more choice."""

number = st.integers(0, 11)
kinds = st.sampled_from((*ON_PAGES, *ON_PARTNERS))
steps = st.lists(st.tuples(kinds, number, number, number, number), min_size=2, max_size=5)

WORDS = count()
"""Every draft has words of its own: whoever repeats what is there already would seem to have saved it."""

DONE = {"sequences": 0, "steps": 0, "comparisons": 0}


@pytest.fixture(scope="module")
def built(django_test_environment: None, django_db_blocker: Any) -> Iterator[tuple[Site, Model]]:
    """The site and the model, built once; each sequence is undone."""
    with own_database(django_db_blocker, "stateful"):
        yield build()


# A sequence is short enough to read, so a failure is shown as it was found: making it shorter takes minutes.
@settings(
    max_examples=SEQUENCES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(sequence=steps)
@example(sequence=[("archive", 0, 0, 0, 1), ("regroup", 7, 0, 0, 2)])  # a role at a partner that left
@example(sequence=[("edit", 10, 11, 2, 3), ("activate", 2, 2, 7, 8), ("edit", 10, 11, 2, 3)])  # twice the same step
@example(sequence=[("regroup", 7, 0, 0, 2), ("activate", 7, 0, 0, 0), ("publish", 7, 2, 0, 0)])
def test_whatever_happens_the_site_answers_as_the_oracle(built: tuple[Site, Model], sequence: list[Step]) -> None:
    site, model = built[0], deepcopy(built[1])
    with transaction.atomic():
        site.begin()
        for step in sequence:
            act(site, model, step)
            compare(site, model, step)
        screens(site, model, sequence[-1])
        transaction.set_rollback(True)
    DONE["sequences"] += 1
    DONE["steps"] += len(sequence)
    report.add("permissions", DONE)


def act(site: Site, model: Model, step: Step) -> None:
    """Do one thing on the site and in the model."""
    kind, who, what, where, more = step
    person, firm = pick(list(model.people.values()), who), pick(list(FIRMS), where)
    sheet = pick(list(model.sheets.values()), what)
    if kind in ON_PARTNERS:
        on_partner(site, model, kind, person, firm, more)
    elif kind == "edit":
        expected = model.writes(person, sheet) and not sheet.follows and not sheet.space and sheet.language == "nl"
        if sheet.space or sheet.follows or sheet.language != "nl":
            return
        assert site.edit(person, sheet, f"woorden {next(WORDS)}") == expected, (person, sheet)
    elif kind in ("move", "alias"):
        extra = [firm] if kind == "move" else [firm, f"alias-{len(model.sheets)}-{more}"]
        before = deepcopy(sheet)
        getattr(model, kind)(person, sheet, *extra)
        getattr(site, kind)(person, before, *extra)
    else:
        before = deepcopy(sheet)
        getattr(model, kind)(person, sheet)
        getattr(site, kind)(person, before)


def on_partner(site: Site, model: Model, kind: str, person: Person, firm: str, more: int) -> None:
    """Change a partner as somebody, or change who that is."""
    if kind not in ("regroup", "activate") and more % 4:  # else hardly ever anybody who may decide about partners
        person = model.people[pick(["technical", "admin"], more)]
    if kind == "formality":
        model.formality(person, firm, formal=more % 2 == 0)
        site.formality(person, firm, formal=more % 2 == 0)
    elif kind == "regroup":
        role = pick(["", oracle.AUTHOR, oracle.EDITOR, oracle.TRANSLATOR], more)
        person.roles.pop(firm, None)
        if role:
            person.roles[firm] = role
        site.regroup(person, firm, role)
    elif kind == "activate":
        person.active = not person.active
        site.activate(person, person.active)
    else:
        getattr(model, kind)(person, firm)
        getattr(site, kind)(person, firm)


def compare(site: Site, model: Model, step: Step) -> None:
    """Hold the facts, everybody's rights on every page, and some screens of one person against the model."""
    facts = {key: (sheet.firm, sheet.live, sheet.space, sheet.follows) for key, sheet in model.sheets.items()}
    assert site.facts() == facts, step
    assert site.partners() == {letter: (firm.formal, firm.left) for letter, firm in model.firms.items()}, step
    people = list(model.people.values())
    expected = {
        (person.name, sheet.key): (
            model.writes(person, sheet), model.publishes(person, sheet), model.deletes(person, sheet)
        )
        for person in people
        for sheet in model.sheets.values()
    }  # fmt: skip
    assert site.rights(people) == expected, step
    DONE["comparisons"] += 3 * len(expected)


def screens(site: Site, model: Model, step: Step) -> None:
    """Look at one screen of the explorer, the chooser or a page as one person."""
    _kind, who, what, where, more = step
    person, sheet = pick(list(model.people.values()), who + more), pick(list(model.sheets.values()), what + more)
    firm, language = pick(list(FIRMS), where + more), pick(["nl", "en"], more)
    space = model.space(firm, language)
    if more % 3 == 0 or space is None:
        screen = pick(["history", "edit", "delete"], where)
        mine = model.deletes(person, sheet) if screen == "delete" else model.writes(person, sheet)
        assert site.opens(person, sheet, screen) == mine, (person, sheet, screen)
        return
    below = [other for other in model.sheets.values() if (other.firm, other.language) == (firm, language)]
    inside = [other for other in below if not other.space]
    if more % 3 == 1:
        assert site.explored(person, firm, language) == listed(model, person, space, inside), (person, firm, language)
    else:
        offered = {other.key for other in inside if model.chooses(person, other)}
        opened = model.enters(person) and model.chooses(person, space)
        assert site.offered(person, firm, language) == (offered if opened else None), (person, firm, language)


def listed(model: Model, person: Person, space: Sheet, inside: list[Sheet]) -> set[Any] | None:
    """Return what the explorer should list below a space."""
    return {sheet.key for sheet in inside} if model.writes(person, space) else None


def pick(choices: list[Any], which: int) -> Any:
    """Return one of some things by number, however many there are."""
    return choices[which % len(choices)]


def test_the_people_differ_in_what_they_may() -> None:
    assert len({(person.core, tuple(person.roles.items())) for person in PEOPLE}) == len(PEOPLE)
