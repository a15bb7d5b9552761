"""Mails a question at once, past any queue: the visitor must hear whether it went, and nothing may stay behind."""

import logging
from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from locations.models.contacts import ContactRow
from portal.core.mail.backend import direct
from portal.core.printable import one_line

logger = logging.getLogger(__name__)


def send_question(contact: ContactRow, place: str, question: dict[str, Any]) -> bool:
    """Mail a cleaned question to a contact; return whether the mail server took it. Logs nothing of the question."""
    facts = {"task": contact.get_task_display(), "place": place, "question": question}
    subject = _("Question for %(place)s: %(task)s") % {"place": place, "task": facts["task"]}
    try:
        mail = EmailMessage(
            one_line(subject),
            render_to_string("locations/contact/mail.txt", facts),
            to=[contact.email],
            reply_to=[question["email"]],
            connection=direct(),
        )
        return bool(mail.send())
    except (OSError, ValueError) as error:  # smtplib's errors are OSErrors; a header that cannot be is a ValueError
        logger.error("a question to %s could not be mailed: %s", contact.email, type(error).__name__)
        return False
