"""What a location tells of itself, in words of the reader's language."""

from typing import TYPE_CHECKING, Protocol

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from locations.models.vocabularies import LocationStatus

if TYPE_CHECKING:
    from locations.models.location import LocationPage


class HasAges(Protocol):
    """A location or a unit: the youngest and the oldest there, while that is known."""

    age_from: int | None
    age_to: int | None


def age_range(facts: HasAges) -> str:
    """Return the ages of a location or unit, empty while not known."""
    if facts.age_from is None or facts.age_to is None:
        return ""
    return _("%(low)s to %(high)s years") % {"low": facts.age_from, "high": facts.age_to}


def status_of(facts: "LocationPage") -> str:
    """Return how far a location is, with its month; nothing of one that has always been there."""
    if facts.joins_from is None:
        return "" if facts.status == LocationStatus.ACTIVE else facts.get_status_display()
    month = {"month": date_format(facts.joins_from, "F Y")}
    since = _("since %(month)s") if facts.status == LocationStatus.ACTIVE else _("from %(month)s")
    return f"{facts.get_status_display()}, {since % month}"
