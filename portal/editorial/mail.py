"""Mail to editors: to each in their own language, once what it tells of is really stored."""

import logging
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.users.models import UserProfile

from portal.core.models.users import User

logger = logging.getLogger(__name__)


def send(people: Iterable[User], name: str, facts: dict[str, Any]) -> None:
    """Send everyone the mail `portal/editors/mail/<name>.txt`; its first line is the subject.

    A mail server that does not answer is logged: what the editor did has been stored.
    """
    for person in people:
        transaction.on_commit(partial(_send_to, person, name, facts), robust=True)


def _send_to(person: User, name: str, facts: dict[str, Any]) -> None:
    with translation.override(language_of(person)):
        text = render_to_string(f"portal/editors/mail/{name}.txt", {**facts, "person": person})
    subject, _line, body = text.strip().partition("\n")
    mail = EmailMessage(
        subject.strip(), body.strip() + "\n", to=[person.email], headers={"Auto-Submitted": "auto-generated"}
    )
    try:
        mail.send()
    except OSError:  # smtplib's errors are OSErrors too
        logger.exception("the mail “%s” could not be sent to %s", name, person.email)


def language_of(person: User) -> str:
    """Return the language somebody chose for the admin; Dutch for who chose none, whoever is acting now."""
    return UserProfile.get_for_user(person).preferred_language or settings.LANGUAGE_CODE


def wants(person: User, kind: str) -> bool:
    """Whether somebody gets mail of a kind: submitted, approved or rejected, as chosen in their own settings."""
    return bool(
        person.is_active and person.email and getattr(UserProfile.get_for_user(person), f"{kind}_notifications")
    )


def link(address: str) -> str:
    """Return a full address for in a mail."""
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{address}"
