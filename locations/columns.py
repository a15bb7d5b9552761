"""What each location has of everything one compares: the rows of the table, from the pages that are shown."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from locations.comparison import Line, Row
from locations.models.day import in_order
from locations.words import age_range, status_of
from portal.core.models.vocabularies import Sector
from portal.core.reading import row_pairs
from portal.templatetags.portal_tags import clock

if TYPE_CHECKING:
    from locations.models.location import LocationPage

Lines = list[Line]


def rows_of(locations: "Sequence[LocationPage]", known: dict[str, Sequence[Any]]) -> list[Row]:
    """Return a row for each thing one compares; `known` holds what other floors tell, a value for each location."""
    own: dict[str, Callable[[LocationPage], Lines]] = {
        _("What is different here?"): _special,
        _("A day here"): _day,
        _("Way there"): _journeys,
        _("Parts of the school"): _units,
        _("Ages of the pupils"): lambda page: _words(age_range(page.facts)),
        _("Sectors"): lambda page: _words(*(str(Sector(code).label) for code in page.sector_codes)),
        _("Characteristics"): lambda page: _words(*page.characteristic_labels),
        _("Town"): lambda page: _words(page.facts.town),
        _("Board"): _board,
        _("Status"): lambda page: _words(status_of(page.facts) or page.facts.get_status_display()),
    }
    from_elsewhere = [
        Row(
            _("Training groups"), tuple(tuple(_group(row) for row in groups) for groups in known["groups"]), counts=True
        ),
        Row(
            _("Days with labs in the next three weeks"),
            tuple(tuple(_words(*days)) for days in known["days"]),
            counts=True,
        ),
        Row(_("Labs"), _counted(locations, known["labs"], "labs", _labs), counts=True),
        Row(_("Stories"), _counted(locations, known["stories"], "stories", _stories), counts=True),
    ]
    rows = [Row(name, tuple(tuple(lines(page)) for page in locations)) for name, lines in own.items()]
    return [rows[0], *from_elsewhere[:2], *rows[1:3], *from_elsewhere[2:], *rows[3:]]


def _words(*texts: str) -> Lines:
    return [Line(text) for text in texts if text]


def _special(page: "LocationPage") -> Lines:
    return [Line(page.what_is_different, source=page)] if page.what_is_different else []


def _board(page: "LocationPage") -> Lines:
    board = page.partner.linked_to if page.partner else None
    return _words(board.name) if board else []


def _day(page: "LocationPage") -> Lines:
    pairs = in_order(row_pairs(page, "day"))
    return [Line(f"{clock(facts.starts)} {text.title}", source=text) for facts, text in pairs]


def _journeys(page: "LocationPage") -> Lines:
    told = _("%(origin)s, %(how)s: %(minutes)s minutes")
    return [
        Line(told % {"origin": row.origin, "how": row.get_by_display(), "minutes": row.minutes}, note=_example(row))
        for row in page.facts.journeys.all()
    ]


def _example(row: Any) -> str:
    return _("Example.") if row.is_example else ""


def _units(page: "LocationPage") -> Lines:
    return [Line(text.name, note=age_range(facts), source=text) for facts, text in row_pairs(page, "units")]


def _group(row: dict[str, Any]) -> Line:
    return Line(str(row["group"]), row["url"], "" if row["meets_here"] else _("meets elsewhere"), row["group"])


def _labs(number: int) -> str:
    return ngettext("%(number)s lab", "%(number)s labs", number) % {"number": number}


def _stories(number: int) -> str:
    return ngettext("%(number)s story", "%(number)s stories", number) % {"number": number}


def _counted(
    locations: "Sequence[LocationPage]", numbers: Sequence[int], place: str, words: Callable[[int], str]
) -> tuple[tuple[Line, ...], ...]:
    """Return for each location how many there are, leading to the place on its page; nothing where there are none."""
    return tuple(
        (Line(words(number), f"{page.url}#{place}"),) if number else ()
        for page, number in zip(locations, numbers, strict=True)
    )
