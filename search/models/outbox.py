"""The outbox: which objects changed, written in the transaction of the change itself."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from search.documents import Identity


LONGEST_WAIT = timedelta(minutes=12)
"""More than the longest pause between two tries."""


class SearchEventQuerySet(models.QuerySet["SearchEvent"]):
    """Questions about what still has to be done."""

    def waiting(self, now: datetime | None = None) -> "SearchEventQuerySet":
        """Return events whose turn has come.

        One that was never tried waits for nothing, and one that would wait longer than any does was put off by a clock
        that was ahead: after such a clock came back, neither is left for the time it was ahead.
        """
        now = now or timezone.now()
        turn = Q(attempts=0) | Q(next_try__lte=now) | Q(next_try__gt=now + LONGEST_WAIT)
        return self.filter(turn, dead=False)

    def dead_letters(self) -> "SearchEventQuerySet":
        """Return events that were given up and wait for a person."""
        return self.filter(dead=True)

    def add(self, identities: Iterable["Identity"]) -> None:
        """Note that these objects changed; part of the caller's transaction."""
        from search.documents import owner  # documents ask for the models of pages, which are not there yet

        now = timezone.now()
        SearchEvent._default_manager.bulk_create(
            SearchEvent(object_type=kind, object_id=pk, next_try=now)
            for kind, pk in dict.fromkeys(map(owner, identities))
        )


class SearchEvent(models.Model):
    """One change. Rows are only ever added, so that two editors never wait for each other here.

    The row says *that* an object changed, never how: the worker reads the object's state when it
    writes, so events may be joined, repeated or handled in any order.
    """

    object_type = models.CharField(_("type"), max_length=100)
    object_id = models.BigIntegerField(_("number"))
    created_at = models.DateTimeField(_("changed at"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try = models.DateTimeField(_("next try"), default=timezone.now)
    error = models.CharField(_("error"), max_length=500, blank=True)
    dead = models.BooleanField(_("given up"), default=False)

    objects = SearchEventQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("change waiting for search")
        verbose_name_plural = _("changes waiting for search")
        indexes = [
            models.Index(fields=["next_try"], condition=models.Q(dead=False), name="search_event_waiting"),
            models.Index(fields=["object_type", "object_id"], name="search_event_object"),
        ]

    def __str__(self) -> str:
        return f"{self.object_type}:{self.object_id}"

    @property
    def identity(self) -> "Identity":
        """The object that changed."""
        return self.object_type, self.object_id
