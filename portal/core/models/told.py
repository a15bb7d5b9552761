"""What calendars were told: a file can only call something off that it still knows of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.calendar_file import Entry

CALLED_OFF = timedelta(days=365)
"""How long a calendar hears that something does not take place any more."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing as calendars know it now; `words` by language, `choices` the values of each filter it is found by."""

    uid: str
    starts: datetime
    ends: datetime
    words: dict[str, dict[str, str]]
    choices: dict[str, list[str]]


class CalendarEntryQuerySet(models.QuerySet[Any]):
    """Questions about what was told, and the one way to write it down; words of a language once told stay."""

    def tell(self, source: UUID, entries: Iterable[Told], is_hidden: Callable[[], bool] = lambda: False) -> None:
        """Write down everything a page tells now; what it told before and was still to come is called off.

        Words of a page that `is_hidden` are forgotten: it may not be read any more. Most pages never told anything.
        """
        now = timezone.now()
        before = dict(self.filter(source=source).values_list("uid", "words"))
        rows: dict[str, Any] = {told.uid: CalendarEntry.of(source, told) for told in entries}
        for uid, row in rows.items():
            row.words = {**before.get(uid, {}), **row.words}  # a translation goes just before its Dutch page
        self.bulk_create(
            rows.values(), update_conflicts=True, unique_fields=["uid"], update_fields=CalendarEntry.RENEWED
        )
        if before.keys() - rows.keys():
            lost = self.filter(source=source).exclude(uid__in=rows)
            lost.filter(ends__lte=now, gone_at=None).delete()
            lost.filter(gone_at=None).update(gone_at=now)
            if is_hidden():
                lost.update(words={})
        self.filter(gone_at__lte=now - CALLED_OFF).delete()

    def called_off(self) -> "CalendarEntryQuerySet":
        """Return what went away while it was still to come, in the last year."""
        return self.filter(gone_at__gt=timezone.now() - CALLED_OFF).order_by("starts", "uid")


class CalendarEntry(models.Model):
    """A session or an event that was public once. Nothing points at the page, which may be gone."""

    RENEWED = ["source", "starts", "ends", "words", "choices", "gone_at"]

    uid = models.CharField(gettext_lazy("identity"), max_length=120, unique=True)
    source = models.UUIDField(gettext_lazy("page"), db_index=True)
    starts = models.DateTimeField(gettext_lazy("starts"))
    ends = models.DateTimeField(gettext_lazy("ends"))
    words = models.JSONField(gettext_lazy("words"), default=dict)
    choices = models.JSONField(gettext_lazy("choices"), default=dict)
    gone_at = models.DateTimeField(gettext_lazy("called off on"), null=True, db_index=True)

    objects = CalendarEntryQuerySet.as_manager()

    class Meta:
        db_table = "portal_toldentry"  # as it was called first: a table that is renamed is gone for the version before
        verbose_name = gettext_lazy("entry told to calendars")
        verbose_name_plural = gettext_lazy("entries told to calendars")

    def __str__(self) -> str:
        return self.uid

    @classmethod
    def of(cls, source: UUID, told: Told) -> "CalendarEntry":
        """Return the unsaved row of what a page tells now."""
        return cls(
            uid=told.uid, source=source, starts=told.starts, ends=told.ends, words=told.words, choices=told.choices
        )

    def entry(self, language: str) -> Entry:
        """Return it as cancelled, in a language, else in the one it was told in."""
        words: dict[str, Any] = self.words.get(language) or next(iter(self.words.values()), {})
        return Entry(
            uid=self.uid,
            starts=self.starts,
            ends=self.ends,
            title=words.get("title") or _("no longer public"),
            changed=self.gone_at or timezone.now(),
            is_cancelled=True,
            place=words.get("place", ""),
        )
