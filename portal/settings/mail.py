"""Mail: kept in the database and sent by the worker; without a mail server written to the log. Part of `base`."""

from email.utils import parseaddr
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from portal.settings.environment import number, one_of, refused, text

TASKS: dict[str, Any] = {
    # Wagtail's own tasks stay in the transaction of the save they belong to.
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    # Mail waits in PostgreSQL for `manage.py mail_worker`.
    "mail": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}

_CONSOLE = "django.core.mail.backends.console.EmailBackend"
EMAIL_HOST = text("EMAIL_HOST")
EMAIL_BACKEND = "portal.core.mail.backend.QueueBackend" if EMAIL_HOST else _CONSOLE
MAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend" if EMAIL_HOST else _CONSOLE
_SECURITY = one_of("EMAIL_SECURITY", "starttls", "tls", "none")
EMAIL_PORT = number("EMAIL_PORT", {"starttls": 587, "tls": 465, "none": 25}[_SECURITY])
EMAIL_USE_TLS = _SECURITY == "starttls"
EMAIL_USE_SSL = _SECURITY == "tls"
EMAIL_HOST_USER = text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = text("EMAIL_HOST_PASSWORD")
EMAIL_TIMEOUT = 15
"""Seconds that each answer of the mail server may take."""


def sender(default: str) -> str:
    """Return the address mail comes from, `Name <address>` or the address alone; refuse one that cannot be."""
    if not (value := text("DEFAULT_FROM_EMAIL")):
        return default
    try:
        validate_email(parseaddr(value)[1])
    except ValidationError:
        raise refused("DEFAULT_FROM_EMAIL", "must be an e-mail address") from None
    return value


DEFAULT_FROM_EMAIL = SERVER_EMAIL = sender("opleidingshuis@localhost")
