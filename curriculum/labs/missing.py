"""What a lab still lacks before a visitor can do something with it; shown in the preview, never a reason to refuse."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from curriculum.labs.offer import LabOffering

if TYPE_CHECKING:
    from curriculum.labs.models import LabPage


def still_missing(lab: LabOffering) -> list[str]:
    """Return what is not filled in yet, in the order of the form."""
    return [*_in_the_text(lab.page), *_around_it(lab), *_in_the_sessions(lab)]


def _in_the_text(page: "LabPage") -> Iterator[str]:
    if not page.concern:
        yield _("the question from practice")
    if not page.summary:
        yield _("the summary: one or two sentences for lists and search results")
    if not page.how_it_works:
        yield _("how it works")
    if not page.takeaway:
        yield _("what you take away")


def _around_it(lab: LabOffering) -> Iterator[str]:
    if not lab.themes:
        yield _("a theme, so that the lab is found in the curriculum")
    if not lab.groups:
        yield _("the training groups it is for; without any it is for all")
    if not lab.places:
        yield _("the location where it is given")


def _in_the_sessions(lab: LabOffering) -> Iterator[str]:
    planned = [session for session in lab.coming if not session.is_cancelled]
    if not planned:
        yield _("a date that has not passed")
    if any(session.row.location_id is None for session in planned):
        yield _("the location of each session")
    if any(not session.row.room for session in planned):
        yield _("the room of each session")
    if any(session.is_cancelled and not session.row.reason for session in lab.coming):
        yield _("why a session is cancelled")
