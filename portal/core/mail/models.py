"""A mail that waits to go out, or that did not go."""

from datetime import timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT_DAYS = 14
"""How long a mail that did not go out is kept for somebody to look at. It may hold a link that opens something."""

SECONDS_TO_BE_SENT = 120
"""A mail that waits longer than this is late: the worker does not run, or has more to do than it can."""


class OutgoingMailQuerySet(models.QuerySet["OutgoingMail"]):
    """Questions about mail on its way."""

    def late(self) -> "OutgoingMailQuerySet":
        """Return what should have gone by now: refused at least once, or waiting for longer than it should."""
        since = timezone.now() - timedelta(seconds=SECONDS_TO_BE_SENT)
        return self.filter(models.Q(attempts__gt=0) | models.Q(kept_at__lt=since))

    def waiting(self) -> "OutgoingMailQuerySet":
        """Return what is tried again by itself."""
        return self.exclude(next_attempt=None)

    def to_forget(self) -> "OutgoingMailQuerySet":
        """Return what was given up so long ago that nobody will come for it."""
        return self.filter(next_attempt=None, kept_at__lt=timezone.now() - timedelta(days=KEPT_DAYS))


class OutgoingMail(models.Model):
    """A message as it will go over the line. Its row goes when it is sent: the text may hold somebody's secret link."""

    recipients: Any = models.JSONField(_("to"))
    sender = models.CharField(_("from"), max_length=320)
    subject = models.TextField(_("subject"))
    message = models.BinaryField()
    """The whole message in the form of RFC 5322, its number and date included, so that a second try is the same."""
    kept_at = models.DateTimeField(_("kept"), default=timezone.now, db_index=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt = models.DateTimeField(_("next attempt"), null=True, default=timezone.now)
    """None when nobody tries again by itself."""
    problem = models.TextField(_("what went wrong"), blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail on its way")
        verbose_name_plural = _("mail on its way")
        ordering = ["kept_at", "pk"]

    def __str__(self) -> str:
        return f"{self.subject} ({', '.join(self.recipients)})"
