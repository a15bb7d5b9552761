"""A mail that was kept, as a message again."""

from email import message_from_bytes
from email.message import Message
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.message import MIMEMixin

from portal.core.mail.models import OutgoingMail


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
