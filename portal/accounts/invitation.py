"""Inviting somebody, and what happens when the invitation is accepted. Roles come from here and from nowhere else."""

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from portal.accounts import audit_log
from portal.accounts.models import Invitation, hashed
from portal.core.models.users import User
from portal.partners.assignment import assign
from portal.partners.rights import Role

OPENED = "signin_invitation"
"""Where the session keeps which invitation somebody opened, so that the secret leaves the address at once."""


@transaction.atomic
def invite(invitation: Invitation, actor: User | None) -> None:
    """Keep an invitation, end earlier ones for the same address and partner, and send the link."""
    earlier = Invitation.objects.open().filter(email__iexact=invitation.email, partner=invitation.partner)
    earlier.update(expires=timezone.now())
    token = invitation.new_token()
    invitation.invited_by = actor
    invitation.save()
    account = User.objects.filter(email__iexact=invitation.email).first()
    audit_log.record(
        audit_log.Kind.INVITED, account, actor=actor, detail=f"{invitation.role} {invitation.partner or ''}"
    )
    transaction.on_commit(lambda: _send(invitation, token))


def _send(invitation: Invitation, token: str) -> None:
    with translation.override(invitation.language):
        address = settings.WAGTAILADMIN_BASE_URL + reverse("invitation_open", args=[token])
        facts = {
            "invitation": invitation,
            "role": invitation.get_role_display(),
            "partner": invitation.partner,
            "address": address,
        }
        send_mail(
            _("You are invited to the Opleidingshuis"),
            render_to_string("account/email/invitation.txt", facts),
            None,
            [invitation.email],
        )


def find(token: str) -> Invitation | None:
    """Return the invitation that a link opens, or None when it is unknown, used or too old."""
    return Invitation.objects.open().filter(token_hash=hashed(token)).first()


def opened(request: HttpRequest) -> Invitation | None:
    """Return the invitation that somebody opened in this session and that can still be used."""
    key = request.session.get(OPENED)
    return Invitation.objects.open().filter(pk=key).select_related("partner").first() if key else None


@transaction.atomic
def accept(request: HttpRequest, invitation: Invitation) -> User | None:
    """Use the invitation, once: return the account with its role, or None for one that may not come in.

    The row is locked, so that of two at the same time one is too late.
    """
    fresh = Invitation.objects.select_for_update().open().filter(pk=invitation.pk).first()
    request.session.pop(OPENED, None)
    if fresh is None:
        audit_log.refused("invitation used or expired")
        return None
    user = User.objects.filter(email__iexact=fresh.email).first() or User.objects.create_user(fresh.email)
    if not user.is_active or user.is_superuser:
        audit_log.refused("invitation for a closed account", account=user)
        return None
    fresh.accepted_at = timezone.now()
    fresh.save(update_fields=["accepted_at"])
    assign(user, fresh.partner, Role(fresh.role), fresh.only_into)
    audit_log.record(audit_log.Kind.ACCEPTED, user, detail=fresh.role)
    return user


def accept_by_provider(request: HttpRequest, email: str) -> User | None:
    """Accept the invitation that somebody opened before going to a provider, if it is for this address.

    The address is that of the account, for somebody known already, or else the one the provider vouches for.
    """
    invitation = opened(request)
    if invitation is None or not email:
        return None
    if email.lower() != invitation.email.lower():
        audit_log.refused("invitation for another address")
        return None
    return accept(request, invitation)
