"""What the frame of every page shows of the curriculum."""

from collections.abc import Callable

from django.http import HttpRequest

from curriculum.request_context import curriculum_context


def rhythm(request: HttpRequest) -> dict[str, Callable[[], int]]:
    """Add `this_week`, the week of the cycle today: 1, 2, 3, or 0 when the rhythm rests.

    The frame belongs to the portal, which knows no curriculum. Looked up only where a template shows it.
    """
    return {"this_week": lambda: curriculum_context(request).strip.week}
