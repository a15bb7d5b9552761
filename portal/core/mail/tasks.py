"""What the worker does with a mail: send it, or try again later, and stop when that helps no more."""

import logging
import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.core.mail.messages import KeptMessage
from portal.core.mail.models import OutgoingMail
from portal.core.request_id import at_work

logger = logging.getLogger(__name__)

MINUTES_TO_NEXT = [1, 4, 15, 60, 3 * 60, 8 * 60, 12 * 60]
"""How long the worker waits after each attempt; after the last one, a day later, it gives up."""

MINUTES_TO_BE_LOST = 5
"""A mail that nobody picked up so long after its time was lost with the worker that had it."""


@task(backend="mail")
def deliver(number: int) -> None:
    """Send one kept mail and forget it; when that fails, keep why and come back.

    The row is locked meanwhile, so that two workers never send the same; one that is gone was sent or thrown away.
    """
    with at_work("job", f"mail-{number}"), transaction.atomic():
        row = OutgoingMail.objects.select_for_update(skip_locked=True).filter(pk=number).first()
        if row is None:
            return
        try:
            get_connection(settings.MAIL_DELIVERY_BACKEND).send_messages([KeptMessage(row)])
        except Exception as error:  # whatever it is, the mail stays where people see it
            _failed(row, error)
        else:
            row.delete()


def retry(row: OutgoingMail) -> None:
    """Let the worker try again now, with as many attempts as for a new mail."""
    row.attempts, row.next_attempt = 1, timezone.now()
    row.save(update_fields=["attempts", "next_attempt"])
    deliver.enqueue(row.pk)


def recover() -> None:
    """Give the worker again what was lost with an earlier one, and forget what nobody came for.

    A mail that waits for a later moment than any mail does was put off by a clock that was ahead: it is tried now.
    """
    now = timezone.now()
    lost, latest = now - timedelta(minutes=MINUTES_TO_BE_LOST), now + timedelta(minutes=max(MINUTES_TO_NEXT))
    ready = DBTaskResult.objects.filter(task_path=deliver.module_path, status=TaskResultStatus.READY)
    waiting = {asked["args"][0] for asked in ready.values_list("args_kwargs", flat=True)}
    mails = OutgoingMail.objects.filter(Q(next_attempt__lt=lost) & ~Q(pk__in=waiting) | Q(next_attempt__gt=latest))
    for number in mails.values_list("pk", flat=True):
        deliver.enqueue(number)
    OutgoingMail.objects.to_forget().delete()


def _failed(row: OutgoingMail, error: Exception) -> None:
    row.attempts += 1
    row.problem = _words(error)
    again = None if _is_final(error) or row.attempts > len(MINUTES_TO_NEXT) else MINUTES_TO_NEXT[row.attempts - 1]
    row.next_attempt = None if again is None else timezone.now() + timedelta(minutes=again)
    row.save(update_fields=["attempts", "problem", "next_attempt"])
    logger.warning("mail %s was not sent (attempt %s): %s", row.pk, row.attempts, row.problem)
    if row.next_attempt is not None:
        deliver.using(run_after=row.next_attempt).enqueue(row.pk)


def _is_final(error: Exception) -> bool:
    """Whether the mail server refused this very message or its receivers for good (RFC 5321: codes from 500)."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _text in error.recipients.values())
    return isinstance(error, smtplib.SMTPDataError) and error.smtp_code >= 500


def _words(error: Exception) -> str:
    """Return what the mail server said, in one line."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "; ".join(_answer(code, text) for code, text in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return _answer(error.smtp_code, error.smtp_error)
    return " ".join(f"{type(error).__name__}: {error}".split())


def _answer(code: int, text: bytes | str) -> str:
    words = text.decode(errors="replace") if isinstance(text, bytes) else str(text)
    return " ".join(f"{code} {words}".split())
