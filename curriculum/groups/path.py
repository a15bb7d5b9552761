"""A way through the house: another location each year, as far as there are locations. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PathYear:
    """A year of the programme and where one learns then; no location when the house has too few."""

    year: str
    location: str | None


def path_through(
    years: Sequence[str], chosen_year: str, chosen_location: str | None, active: Sequence[str]
) -> list[PathYear]:
    """Return a location for every year, each location at most once, the chosen one, if any, in the chosen year.

    The other years take the active locations in order (source: practice illustration, lines 249-253: an
    hbo student can learn at another location every year once there are four).
    """
    others = iter([location for location in active if location != chosen_location])
    return [
        PathYear(year, chosen_location if chosen_location and year == chosen_year else next(others, None))
        for year in years
    ]
