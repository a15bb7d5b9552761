"""Where Django's mail goes to: into the database, for the worker; and the way past it."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from portal.core.mail.models import OutgoingMail
from portal.core.mail.tasks import deliver

QUEUE = "portal.core.mail.backend.QueueBackend"
SECONDS_FOR_A_SCREEN = 4
"""How long somebody who looks at a screen waits for a mail server that does not answer."""


class QueueBackend(BaseEmailBackend):
    """Keep messages for the worker. Nothing is asked of a mail server, so a screen never waits for one."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep every message with a recipient and return how many; raises what Django does for one that cannot be."""
        kept = [_row(message) for message in email_messages if message.recipients()]
        with transaction.atomic():
            for row in kept:
                row.save()
                deliver.enqueue(row.pk)
        return len(kept)


def direct(seconds: float = SECONDS_FOR_A_SCREEN) -> Any:
    """Return a connection that sends at once or raises OSError: for a message of which nothing may be kept.

    `EmailMessage(…, connection=direct()).send()`. Each answer of the mail server may take so many seconds.
    """
    if settings.EMAIL_BACKEND != QUEUE:
        return get_connection()
    return get_connection(settings.MAIL_DELIVERY_BACKEND, timeout=seconds)


def trouble() -> bool:
    """Whether mail does not go out now: what is kept is late, or the mail server does not answer.

    Asked by a screen that just kept a mail, to say so at once. Without a mail server there is nothing to go wrong.
    """
    if settings.EMAIL_BACKEND != QUEUE:
        return False
    if OutgoingMail.objects.waiting().late().exists():
        return True
    try:
        connection = direct()
        connection.open()
        connection.close()
    except OSError:  # smtplib's errors are OSErrors too
        return True
    return False


def _row(message: EmailMessage) -> OutgoingMail:
    written = message.message()
    return OutgoingMail(
        recipients=message.recipients(),
        sender=message.from_email,
        subject=str(message.subject),
        message=written.as_bytes(),
    )
