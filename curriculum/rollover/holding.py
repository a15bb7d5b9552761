"""Holds a lab while it is copied: its editor may have published, moved or deleted it since the table was made.

Whoever saves, moves or deletes a page holds its row until they are done, and whoever makes one holds that of its
parent. The parent is waited for; a lab or draft that somebody holds is left for the next time, so that no two people
can wait for each other.
"""

from typing import Any

from wagtail.models import Page

from curriculum.labs.models import LabPage
from curriculum.rollover.models import LabEdition
from curriculum.rollover.reading import may_be_copied


class ChangedMeanwhileError(Exception):
    """Somebody has changed what is being copied since it was read, or is doing so at this moment."""


def hold_lab(read: LabPage) -> tuple[LabPage, Page]:
    """Return a lab as it is published now, and its parent; both stay so until the transaction ends."""
    above = Page.objects.select_for_update(no_key=True).filter(path=read.path[: -Page.steplen])
    parent = above.first()
    lab = may_be_copied().filter(pk=read.pk, path=read.path).first() if _hold(read.pk) else None
    if parent is None or lab is None:
        raise ChangedMeanwhileError
    return lab, parent


def hold_draft(edition: LabEdition) -> LabPage:
    """Return the draft that was made of a lab, when it is still there and nobody has touched it."""
    judged = LabEdition.objects.judged().filter(pk=edition.pk).first() if _hold(edition.new_id) else None
    if judged is None or not judged.is_untouched:
        raise ChangedMeanwhileError
    draft: Any = judged.new
    return draft


def _hold(page: int) -> bool:
    """Hold the row of a page, unless it is gone or somebody else holds it; rows that point at it may still be made."""
    rows = Page.objects.select_for_update(no_key=True, skip_locked=True).filter(pk=page)
    return rows.values_list("pk").first() is not None
