"""Where Django's mail goes to: into the database, for the worker; and the way past it."""

from collections.abc import Sequence
from email import message_from_bytes
from email.message import Message
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import MIMEMixin
from django.db import transaction

from portal.mail.models import OutgoingMail

QUEUE = "portal.mail.backend.QueueBackend"
SECONDS_FOR_A_SCREEN = 4
"""How long somebody who looks at a screen waits for a mail server that does not answer."""


class QueueBackend(BaseEmailBackend):
    """Keep messages for the worker. Nothing is asked of a mail server, so a screen never waits for one."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep every message with a recipient and return how many; raises what Django does for one that cannot be."""
        from portal.mail.tasks import deliver  # tasks are registered with settings that name this module

        kept = [_row(message) for message in email_messages if message.recipients()]
        with transaction.atomic():
            for row in kept:
                row.save()
                deliver.enqueue(row.pk)
        return len(kept)


class KeptMessage(EmailMessage):
    """A message that was kept, as the backend that sends wants to have it."""

    def __init__(self, row: OutgoingMail) -> None:
        super().__init__(row.subject, "", row.sender, list(row.recipients))
        self.raw = bytes(row.message)

    def message(self, **kwargs: Any) -> Any:
        """Return the message as it was when it was kept."""
        return message_from_bytes(self.raw, _class=_RawMessage)


class _RawMessage(MIMEMixin, Message):  # type: ignore[misc]
    """A message that was read back, with the way of writing that Django's backends use."""


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
