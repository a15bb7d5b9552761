"""What a session is to who wants to come, derived from its row, its lab and the clock; nothing of it is stored."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from curriculum.rhythm.weeks import CYCLE_LENGTH

if TYPE_CHECKING:
    from curriculum.labs.rows import LabSession

ROUND = timedelta(weeks=CYCLE_LENGTH)
"""One round of the rhythm: as far ahead as somebody plans, and what is "soon"."""

STATES = {
    "gepland": _("planned"),
    "binnenkort": _("soon"),
    "vrije-inloop": _("just walk in"),
    "niet-nodig": _("no need to sign up"),
    "vol": _("full"),
    "bezig": _("going on now"),
    "geweest": _("is over"),
    "vervallen": _("cancelled"),
    "zonder-datum": _("no dates yet"),
}
"""The states in words, in the order in which somebody may still go."""
TO_COME = frozenset({"gepland", "binnenkort", "vrije-inloop", "niet-nodig", "vol"})
"""States of a session that has not begun: a choice of what is planned finds all of these."""


def state_of(row: "LabSession", lab: Any, day: date, now: datetime, today: date) -> str:
    """Return the state of a session on a day: of its lab it matters whether one chooses it oneself.

    A lab that one chooses and that has no number of places is one to walk into; of the others one hears in the round
    before it that it is soon.
    """
    if row.state == row.State.CANCELLED:
        return "vervallen"
    if now >= row.starts:
        return "geweest" if now >= row.ends else "bezig"
    if row.is_full:
        return "vol"
    if not lab.is_free_choice:
        return "niet-nodig"
    if row.capacity is None:
        return "vrije-inloop"
    return "binnenkort" if day < today + ROUND else "gepland"
