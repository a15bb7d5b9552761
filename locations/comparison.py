"""Which locations stand beside each other in the table. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from locations.models.location import LocationPage


@dataclass(frozen=True, slots=True)
class Comparison:
    """The choice as it stands in the address, and what it leads to."""

    options: tuple[tuple[Any, bool], ...]
    """Every location, and whether it is chosen."""
    locations: tuple[Any, ...]
    """The columns of the table."""
    unknown: tuple[str, ...]
    """Keys in the address that no location has."""

    @property
    def needs_more(self) -> bool:
        """Whether there is nothing to compare with yet."""
        return len(self.locations) == 1 < len(self.options)


def compare(locations: "Iterable[LocationPage]", wanted: Iterable[str]) -> Comparison:
    """Return the comparison of the wanted locations by key; of all of them when none is wanted or known."""
    everything = list(locations)
    keys = set(wanted)
    chosen = [page for page in everything if page.content_key in keys]
    shown = chosen or everything
    known = {page.content_key for page in everything}
    return Comparison(
        options=tuple((page, page in shown) for page in everything),
        locations=tuple(shown),
        unknown=tuple(sorted(keys - known)),
    )
