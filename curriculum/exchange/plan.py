"""What a file would do to the outcomes that are there: nothing, a change in some cells, a new outcome, or a refusal."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import CharField, Model
from django.utils.translation import gettext as _

from curriculum.exchange.cells import LINKS, TEXTS, Line, Way, keys_from_cell, keys_to_cell, ways_from_cell
from curriculum.exchange.reading import Known, Shelf
from curriculum.mapping.rows import OutcomeTheme
from curriculum.models.outcome import OutcomePage


class State(StrEnum):
    """What happens to a row; the value is its word in a template."""

    REFUSED = "refused"
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that differs."""

    column: str
    old: str
    new: str


@dataclass
class RowPlan:
    """What one row would do."""

    line: Line
    institute: str = ""
    known: Known | None = None
    changes: list[Change] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    """Why the row is refused, in the reader's language."""
    links: dict[str, list[int]] = field(default_factory=dict)
    """What a column of links that changes points at."""
    ways: list[Way] = field(default_factory=list)

    @property
    def state(self) -> State:
        """What happens."""
        if self.reasons:
            return State.REFUSED
        if self.known is None:
            return State.NEW
        return State.CHANGED if self.changes else State.UNCHANGED

    @property
    def name(self) -> str:
        """How a person knows the outcome."""
        cells = self.line.cells or (self.known.cells if self.known else {})
        return f"{cells.get('code', '')} {cells.get('title', '')}".strip()


@dataclass(frozen=True)
class Plan:
    """What a whole file would do."""

    rows: list[RowPlan]

    def of(self, state: State) -> list[RowPlan]:
        """Return the rows in one state."""
        return [row for row in self.rows if row.state is state]

    @property
    def todo(self) -> list[RowPlan]:
        """The rows that are written, in the order of the file; none as long as one is refused."""
        if self.of(State.REFUSED):
            return []
        return [row for row in self.rows if row.state is not State.UNCHANGED]

    @property
    def mark(self) -> str:
        """What tells this plan from every other: the same file over outcomes that changed meanwhile has another."""
        said = [
            (row.line.number, row.state, row.changes, row.known and row.known.page.latest_revision_id)
            for row in self.rows
        ]
        return sha256(repr(said).encode()).hexdigest()


def compare(lines: list[Line], shelf: Shelf) -> Plan:
    """Say of each row what it would do; only what changes is judged, so that what was exported is never refused."""
    keys = Counter(line.cells.get("key", "") for line in lines)
    codes = Counter(_place_of_code(line, shelf) for line in lines)
    taken = {(one.cells["institute"], code): one for one in shelf.outcomes.values() for code in _codes(one)}
    rows = []
    for line in lines:
        row = RowPlan(line)
        row.reasons += _place(row, shelf)
        if not row.reasons:
            row.changes = _changes(row)
        if row.changes:
            owner = taken.get((row.institute, line.cells["code"].casefold()), row.known)
            is_double = codes[_place_of_code(line, shelf)] > 1 or owner is not row.known
            row.reasons += [*_may(row), *_texts(row, is_double), *_links(row, shelf)]
        if line.cells.get("key") and keys[line.cells["key"]] > 1:
            row.reasons.append(_("This key stands in more than one row."))
        rows.append(row)
    return Plan(rows)


def _institute(line: Line, shelf: Shelf) -> str:
    """Return the institute of a row; it goes without saying where somebody writes for one."""
    only = next(iter(shelf.spaces)) if len(shelf.spaces) == 1 else ""
    return line.cells.get("institute", "") or only


def _place_of_code(line: Line, shelf: Shelf) -> tuple[str, str]:
    return _institute(line, shelf), line.cells.get("code", "").casefold()


def _codes(known: Known) -> set[str]:
    """Return the codes an outcome has: in its draft, and as it is published."""
    return {known.cells["code"].casefold(), known.page.code.casefold()}


def _place(row: RowPlan, shelf: Shelf) -> Iterator[str]:
    """Find the institute and the outcome that a row is about."""
    if row.line.is_broken:
        yield _("The row has more or fewer cells than there are columns.")
        return
    row.institute = _institute(row.line, shelf)
    if row.institute not in shelf.spaces:
        yield _("institute: you write for no institute with this short name.")
        return
    key = row.line.cells["key"]
    found = shelf.outcomes.get(key)
    if found and found.cells["institute"] == row.institute:
        row.known = found
    elif key:
        yield _("key: this institute has no outcome with this key. Leave the key empty for a new one.")


def _changes(row: RowPlan) -> list[Change]:
    old = row.known.cells if row.known else {}
    names = [*TEXTS, *LINKS]
    return [
        Change(name, old.get(name, ""), row.line.cells[name])
        for name in names
        if old.get(name, "") != row.line.cells[name] or row.known is None
    ]


def _may(row: RowPlan) -> Iterator[str]:
    if row.known and not row.known.may_change:
        yield _("You may not change this outcome.")
    elif row.known and row.known.is_held:
        yield _("This outcome is locked, in review or planned: nothing in it can change now.")


def _texts(row: RowPlan, is_double: bool) -> Iterator[str]:
    """Ask the fields of the outcome, in their own words."""
    for change in row.changes:
        if change.column not in TEXTS:
            continue
        yield from _of_field(OutcomePage, change.column, change.column, change.new)
        if change.column == "code" and is_double:
            taken = _("This code is already in use.")
            yield f"code: {taken}"


def _of_field(model: type[Model], name: str, column: str, text: str) -> Iterator[str]:
    model_field: Any = model._meta.get_field(name)
    if isinstance(model_field, CharField) and "\n" in text:
        # A form has one line for it; a mail with such a title in its subject is not sent.
        yield _("%(column)s: this has to stand on one line.") % {"column": column}
    try:
        model_field.clean(text, None)
        # Of a long text only a form asks how long it is.
        MaxLengthValidator(model_field.max_length)(text)
    except ValidationError as error:
        yield f"{column}: {' '.join(error.messages)}"


def _links(row: RowPlan, shelf: Shelf) -> Iterator[str]:
    """Look up what the columns of links name; an existing link stays, also to what its editor may not choose."""
    for change in row.changes:
        if change.column not in LINKS:
            continue
        try:
            keys = _keys(row, change)
        except ValueError as error:
            yield _("themes: “%(line)s” begins with no key of a theme.") % {"line": str(error)[:60]}
            continue
        known = {**shelf.targets[change.column], **(row.known.links[change.column] if row.known else {})}
        yield from _wrong_keys(change.column, keys, known)
        row.links[change.column] = [known[key] for key in keys if key in known]
    for _key, way in row.ways:
        yield from _of_field(OutcomeTheme, "verwerking", "themes", way)


def _keys(row: RowPlan, change: Change) -> list[str]:
    if change.column != "themes":
        return keys_from_cell(change.new)
    row.ways = ways_from_cell(change.new)
    return [key for key, _way in row.ways]


def _wrong_keys(column: str, keys: list[str], known: Collection[str]) -> Iterator[str]:
    if unknown := [key for key in keys if key not in known]:
        yield _("%(column)s: not found: %(keys)s.") % {"column": column, "keys": keys_to_cell(unknown)}
    if twice := [key for key, times in Counter(keys).items() if times > 1]:
        yield _("%(column)s: more than once: %(keys)s.") % {"column": column, "keys": keys_to_cell(twice)}
