"""What a school that thinks of joining does already: ticked by a visitor, kept in the address and nowhere else."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from locations.onboarding.progress import Progress, Standing, walk

TICKED = "klaar"
"""The name under which the address holds the short names of what was ticked."""

Phase = tuple[Any, list[tuple[Any, Any]]]


def check_oneself(phases: Iterable[Phase], request: HttpRequest) -> Progress:
    """Return how far a school says it is: of the tasks that it must do, and that the portal does not see itself.

    What the address holds besides known names is left alone.
    """
    asked = [(phase, [pair for pair in pairs if _is_asked(pair[0])]) for phase, pairs in phases]
    known = {facts.slug for _phase, pairs in asked for facts, _text in pairs}
    ticked = known.intersection(request.GET.getlist(TICKED))
    return walk([phase for phase in asked if phase[1]], Standing(dict.fromkeys(ticked)))


def _is_asked(facts: Any) -> bool:
    return bool(facts.required and not facts.check_name)
