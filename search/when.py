"""When something is held, as a choice of a visitor: a stretch of days, as both engines and a reader understand it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Lookup
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.facet_form import FacetField, Option
from portal.core.facets import Facet
from search.kinds import FACETS, SearchFacet
from search.reading.days import YEARS, Days

BETWEEN = ".."
"""Between the first and the last day in an address."""
Moments = tuple[datetime, datetime]
"""From the first moment up to the second."""


def value_of(days: Days) -> str:
    """Return days as they stand in an address: 2026-12-01..2026-12-31."""
    return BETWEEN.join(day.isoformat() for day in days)


def days_of(value: str) -> Days | None:
    """Return the days of a value in an address; None when it is none."""
    try:
        first, last = (date.fromisoformat(part) for part in value.split(BETWEEN))
    except ValueError:
        return None
    return (first, last) if first <= last and first.year in YEARS and last.year in YEARS else None


def moments_of(values: Iterable[str]) -> list[Moments]:
    """Return the stretches of time of values, as clocks here tell it."""
    found = (days for value in values if (days := days_of(value)))
    return [(_midnight(first), _midnight(last + timedelta(days=1))) for first, last in found]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def in_words(value: str) -> str:
    """Return days for a reader: "14 januari 2027", "december 2026", "30 november 2026 – 6 december 2026"."""
    days = days_of(value)
    if days is None:
        return value
    first, last = days
    if first == last:
        return date_format(first, "j F Y")
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and (first.year, first.month) == (last.year, last.month):
        return date_format(first, "F Y")
    return _("%(first)s – %(last)s") % {"first": date_format(first, "j F"), "last": date_format(last, "j F Y")}


@dataclass(frozen=True)
class WhenFacet(Facet):
    """A choice of days, by the moments of documents. No list of values: a query names them, and one may undo it."""

    field: str

    def accepts(self, value: str) -> bool:
        """Whether a text in an address names days."""
        return days_of(value) is not None

    def condition(self, values: Iterable[str]) -> dict[str, Any]:
        """Return the condition of Elasticsearch for what is held on these days."""
        ranges = [
            {"range": {self.field: {"gte": first.isoformat(), "lt": end.isoformat()}}}
            for first, end in moments_of(values)
        ]
        return {"bool": {"should": ranges, "minimum_should_match": 1}}

    def lookup(self, values: Iterable[str]) -> dict[str, Any]:
        """Return the same as a condition of the database."""
        return {f"{self.field}__within": moments_of(values)}

    def holds(self, document: Any, values: Sequence[str]) -> bool:
        """Whether a document is held on one of these days."""
        moments = getattr(document, self.field)
        return any(first <= moment < end for first, end in moments_of(values) for moment in moments)

    def chosen_field(self, values: Sequence[str], total: int) -> FacetField:
        """Return the field of the form with what was chosen, which is what all results have."""
        return FacetField(self.name, self.label, tuple(Option(value, in_words(value), total, True) for value in values))


@ArrayField.register_lookup
class Within(Lookup[Any]):
    """Whether one of the moments of an array lies in one of several stretches of time."""

    lookup_name = "within"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition; without any stretch nothing fulfils it."""
        array, values = self.process_lhs(compiler, connection)
        stretches = list(self.rhs)
        lies_in = " OR ".join(["(moment >= %s AND moment < %s)"] * len(stretches)) or "false"
        found = f"EXISTS (SELECT FROM unnest({array}) AS moment WHERE {lies_in})"
        return found, (*values, *(moment for stretch in stretches for moment in stretch))


WHEN = WhenFacet("wanneer", gettext_lazy("When"), "moments")
CHOICES: tuple[SearchFacet | WhenFacet, ...] = (*FACETS, WHEN)
"""Everything that a visitor can narrow a search by; the last one has no counts of its own."""
