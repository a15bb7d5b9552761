"""What signing in keeps: invitations, and the audit log of who came in, was refused or got a role."""

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.partners.models import Partner
from portal.partners.rights import Role
from portal.partners.roles import CORE_GROUPS, PARTNER_FIELDS

GIVEN_ROLES = [Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR, Role.CORE_EDITOR, Role.CORE_ADMIN]
"""Roles somebody can be invited to; that of a partner without formal agreement follows from the partner."""


def hashed(text: str) -> str:
    """Return what is kept of a secret or of somebody's identity elsewhere: enough to recognise it, not to read it."""
    return hashlib.sha256(text.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Questions about invitations."""

    def open(self) -> "InvitationQuerySet":
        """Return the invitations that can still be used."""
        return self.filter(accepted_at=None, expires__gt=timezone.now())


class Invitation(models.Model):
    """A link, sent to one address, with which somebody gets a role. It works once, and not for long."""

    email = models.EmailField(_("e-mail address"))
    partner = models.ForeignKey(
        Partner,
        verbose_name=_("partner"),
        help_text=_("Leave this empty for a role in the core team."),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    role = models.CharField(_("role"), max_length=20, choices=[(role.value, role.label) for role in GIVEN_ROLES])
    language = models.CharField(
        _("language of the mail"), max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    only_into = models.CharField(
        _("translates only into"),
        max_length=10,
        blank=True,
        default="",
        db_default="",
        choices=[one for one in settings.LANGUAGES if one[0] != settings.LANGUAGE_CODE],
        help_text=_("For a translator who works in one language. Leave this empty for all languages."),
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_at = models.DateTimeField(_("invited"), default=timezone.now, editable=False)
    expires = models.DateTimeField(_("valid until"), editable=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-invited_at"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return self.email

    def clean(self) -> None:
        """Keep roles of the core team and roles at a partner apart."""
        self.email = self.email.lower()
        if self.partner_id and self.role in CORE_GROUPS:
            raise ValidationError({"role": _("This is a role in the core team. Leave the partner empty.")})
        if self.role in PARTNER_FIELDS and not self.partner_id:
            raise ValidationError({"partner": _("Choose the partner for this role.")})
        if self.only_into and self.role != Role.TRANSLATOR:
            raise ValidationError({"only_into": _("Only a translator is limited to a language.")})
        if self.partner and self.partner.archived:
            raise ValidationError({"partner": _("This partner no longer takes part.")})

    def new_token(self) -> str:
        """Give the invitation a secret and a period, and return the secret; only what it hashes to is kept."""
        token = secrets.token_urlsafe(32)
        self.token_hash = hashed(token)
        self.expires = timezone.now() + timedelta(days=settings.INVITATION_DAYS)
        return token

    @property
    def is_open(self) -> bool:
        """Whether it can still be used."""
        return self.accepted_at is None and self.expires > timezone.now()


class AppendOnlyQuerySet(models.QuerySet["AuditLogEntry"]):
    """Entries are read and added; PostgreSQL itself refuses the rest (see the migration)."""

    def expired(self) -> "AppendOnlyQuerySet":
        """Return entries that were kept long enough."""
        return self.filter(at__lt=timezone.now() - timedelta(days=settings.SIGNIN_EVENTS_KEPT_DAYS))

    def update(self, **kwargs: Any) -> int:
        """Refuse; raises TypeError."""
        raise TypeError("an entry of the audit log is never changed")


class AuditLogEntry(models.Model):
    """Something that happened when somebody signed in or was let in. It is never changed, and deleted after a year."""

    class Kind(models.TextChoices):
        """What happened."""

        LOGIN = "login", _("signed in")
        REFUSED = "refused", _("refused")
        ROLE = "role", _("role changed")
        INVITED = "invited", _("invited")
        ACCEPTED = "accepted", _("invitation accepted")
        LINKED = "linked", _("sign-in of an institution linked")
        FACTOR = "factor", _("second factor changed")

    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    kind = models.CharField(_("what"), max_length=10, choices=Kind.choices)
    account = models.BigIntegerField(_("account"), null=True)
    """Number of the account it is about. No foreign key: the record outlives the account and says no more of it."""
    actor = models.BigIntegerField(_("by account"), null=True)
    subject_hash = models.CharField(max_length=64, blank=True)
    """Hash of issuer and `sub`, for signing in through an institution."""
    detail = models.CharField(_("detail"), max_length=200, blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("entry of the audit log")
        verbose_name_plural = _("entries of the audit log")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.kind} {self.detail}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the entry; raises TypeError for one that is kept already."""
        if not self._state.adding:
            raise TypeError("an entry of the audit log is never changed")
        super().save(*args, **kwargs)
