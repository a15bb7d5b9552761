"""The one thing to do now with a lab, by what its next session is to who wants to come."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from curriculum.labs.offer import LabOffering, OfferedSession

DATES = "#dates"
"""Where the dates stand on the page of a lab."""
CHOOSE, ASK, NEXT_TIME = "choose", "ask", "next-time"
TO_CHOOSE = frozenset({"gepland", "binnenkort", "vrije-inloop"})
"""States in which a lab can be put among the labs of one's own."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do: its kind, its words, and where; without an address the template knows where."""

    kind: str
    label: str
    url: str = ""


def next_step(lab: LabOffering) -> NextStep:
    """Return what to do: choose it, come another time while it is full, else ask."""
    session, other = lab.next, _with_room(lab)
    state = session.state if session else ""
    if other is not None and state != "vol":
        return NextStep(CHOOSE, _("Choose this lab for your week"))
    if other is not None:
        return NextStep(NEXT_TIME, _("Next time: %(day)s") % {"day": date_format(other.starts, "j F")}, DATES)
    return NextStep(ASK, _("Ask a question"), _who_answers(session.places if session else lab.places))


def _with_room(lab: LabOffering) -> OfferedSession | None:
    return next((session for session in lab.coming if session.state in TO_CHOOSE), None)


def _who_answers(places: list[Any]) -> str:
    """Return where one can ask: at the location, if it is known, else where all who can be asked stand."""
    return f"{places[0].url}#contact" if places and places[0].url else reverse("contact")
