"""The moments at which pages change though nobody changes anything: midnight, and what is registered here.

Who shows something that begins or ends registers where its moments are, so that this module knows no floor above it.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta

from django.utils import timezone

Turns = Callable[[], Sequence[datetime]]
"""Returns moments in order."""

_registered: list[Turns] = []


def register_turns(turns: Turns) -> Turns:
    """Count the moments that this function returns among those at which pages change; for use as a decorator."""
    _registered.append(turns)
    return turns


def next_turn(now: datetime) -> datetime:
    """Return the first moment after `now` at which a page may look different."""
    coming = [midnight_after(now)]
    for turns in _registered:
        moments = turns()
        place = bisect_right(moments, now)
        coming += moments[place : place + 1]
    return min(coming)


def midnight_after(now: datetime) -> datetime:
    """Return when the day of the house that `now` is in is over."""
    tomorrow = timezone.localdate(now, timezone.get_default_timezone()) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, time()), timezone.get_default_timezone())
