"""Writing down what happens at the door: who came in, who was refused, who got which role."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed
from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import m2m_changed
from django.dispatch import receiver
from django.http import HttpRequest

from portal.models import SignInEvent, User

Kind = SignInEvent.Kind


def record(kind: Kind, account: Any = None, *, actor: Any = None, subject: str = "", detail: str = "") -> None:
    """Keep one event. `account` and `actor` are users; `subject` is a hash of who somebody is at a provider."""
    SignInEvent.objects.create(
        kind=kind,
        account=getattr(account, "pk", None),
        actor=getattr(actor, "pk", None),
        subject_hash=subject,
        detail=detail[:200],
    )


def refused(reason: str, *, email: str = "", account: Any = None, subject: str = "") -> None:
    """Keep a refusal; of an address only whether we know it, since others mistype theirs here."""
    if email:
        account = User.objects.filter(email__iexact=email).first()
    record(Kind.REFUSED, account, subject=subject, detail=reason)


@receiver(user_logged_in)
def somebody_came_in(request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """Keep that somebody signed in, and how: by password or at which provider, and with which factor."""
    shown = get_authentication_records(request, user)
    ways = [str(entry.get("provider") or entry.get("type") or entry["method"]) for entry in shown]
    subject = next((entry["uid"] for entry in shown if entry["method"] == "socialaccount"), "")
    record(Kind.LOGIN, user, subject=subject, detail=" ".join(ways))


@receiver(m2m_changed, sender=User.groups.through)
def roles_changed(instance: Any, action: str, pk_set: set[int] | None, reverse: bool, **kwargs: Any) -> None:
    """Keep which groups somebody entered or left, whoever changed it and wherever."""
    if action not in ("post_add", "post_remove", "pre_clear"):
        return
    word = "+" if action == "post_add" else "-"
    if reverse:  # from the side of the group
        people = User.objects.filter(pk__in=pk_set or []) if pk_set is not None else instance.user_set.all()
        names = {user: [instance.name] for user in people}
    else:
        groups = Group.objects.filter(pk__in=pk_set or []) if pk_set is not None else instance.groups.all()
        names = {instance: [group.name for group in groups]}
    for user, found in names.items():
        for name in found:
            record(Kind.ROLE, user, detail=f"{word} {name}")


@receiver(authenticator_added)
def factor_added(request: HttpRequest, user: Any, authenticator: Any, **kwargs: Any) -> None:
    """Keep it, and take the proof that setting it up needed as the second factor of this session."""
    record(Kind.FACTOR, user, detail=f"+ {authenticator.type}")
    if authenticator.type != authenticator.Type.RECOVERY_CODES:
        record_authentication(
            request, user, "mfa", id=authenticator.pk, type=str(authenticator.type), reauthenticated=True
        )


@receiver(authenticator_removed)
def factor_removed(user: Any, authenticator: Any, **kwargs: Any) -> None:
    """Keep that somebody gave up a factor."""
    record(Kind.FACTOR, user, detail=f"- {authenticator.type}")


@receiver(authentication_failed)
def factor_failed(user: Any, **kwargs: Any) -> None:
    """Keep a wrong code."""
    refused("wrong code", account=user)
