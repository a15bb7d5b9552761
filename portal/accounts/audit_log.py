"""Writes the audit log: who came in, who was refused, who got which role."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed
from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import m2m_changed
from django.dispatch import receiver
from django.http import HttpRequest

from portal.accounts.models import AuditLogEntry
from portal.core.models.users import User

Kind = AuditLogEntry.Kind


def record(
    kind: Kind, account: User | None = None, *, actor: User | None = None, subject: str = "", detail: str = ""
) -> None:
    """Keep one entry. `account` and `actor` are users; `subject` is a hash of who somebody is at a provider."""
    AuditLogEntry.objects.create(
        kind=kind,
        account=getattr(account, "pk", None),
        actor=getattr(actor, "pk", None),
        subject_hash=subject,
        detail=detail[:200],
    )


def refused(reason: str, *, email: str = "", account: User | None = None, subject: str = "") -> None:
    """Keep a refusal; of an address only whether we know it, since others mistype theirs here."""
    if email:
        account = User.objects.filter(email__iexact=email).first()
    record(Kind.REFUSED, account, subject=subject, detail=reason)


@receiver(user_logged_in)
def somebody_came_in(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Keep that somebody signed in, and how: by password or at which provider, and with which factor."""
    shown = get_authentication_records(request, user)
    ways = [str(entry.get("provider") or entry.get("type") or entry["method"]) for entry in shown]
    subject = next((entry["uid"] for entry in shown if entry["method"] == "socialaccount"), "")
    record(Kind.LOGIN, user, subject=subject, detail=" ".join(ways))


@receiver(m2m_changed, sender=User.groups.through)
def roles_changed(instance: User | Group, action: str, pk_set: set[int] | None, reverse: bool, **kwargs: Any) -> None:
    """Keep which groups somebody entered or left, whoever changed it and wherever."""
    if action not in ("post_add", "pre_remove", "pre_clear"):
        return
    word = "+" if action == "post_add" else "-"
    pairs = User.groups.through.objects.filter(**{"group" if reverse else "user": instance})
    if pk_set is not None:
        pairs = pairs.filter(**{"user__in" if reverse else "group__in": pk_set})
    for pair in pairs.select_related("user", "group"):
        record(Kind.ROLE, pair.user, detail=f"{word} {pair.group.name}")


@receiver(authenticator_added)
def factor_added(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Keep that somebody set up a factor."""
    record(Kind.FACTOR, user, detail=f"+ {authenticator.type}")


@receiver(authenticator_removed)
def factor_removed(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Keep that somebody gave up a factor."""
    record(Kind.FACTOR, user, detail=f"- {authenticator.type}")


@receiver(authentication_failed)
def factor_failed(user: User, **kwargs: Any) -> None:
    """Keep a wrong code."""
    refused("wrong code", account=user)
