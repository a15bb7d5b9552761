"""Whether a session is full: one click of an editor, with no names and no numbers.

It stands beside the page and not in its rows, so that a draft somebody works on neither holds it back nor undoes it.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.content_cache import watch

if TYPE_CHECKING:
    from curriculum.labs.rows import LabSession


class FullSession(models.Model):
    """What was last said of a session, by the name it keeps for ever; it stays, so that calendars hear both."""

    uid = models.UUIDField(_("session"), unique=True)
    is_full = models.BooleanField(_("full"), default=True)
    changed = models.DateTimeField(_("said on"), auto_now=True)

    class Meta:
        verbose_name = _("full session")
        verbose_name_plural = _("full sessions")

    def __str__(self) -> str:
        return str(self.uid)


watch(FullSession)

FULL, ROOM = "vol", "plek"
"""What an editor may answer."""


def say_full(uid: UUID, is_full: bool) -> None:
    """Write down that a session is full, or that there is room again."""
    FullSession.objects.update_or_create(uid=uid, defaults={"is_full": is_full})


def mark_full(rows: "Iterable[LabSession]") -> None:
    """Tell rows whether they are full, with one question, whatever their number."""
    said = {
        uid: (is_full, changed)
        for uid, is_full, changed in FullSession.objects.values_list("uid", "is_full", "changed")
    }
    if not said:
        return
    for row in rows:
        if row.uid in said:
            row.is_full, row.full_changed = said[row.uid]
