"""The screen of the core administrators: invite somebody, see or withdraw what was sent, and who translates."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts.invitation import invite
from portal.accounts.models import Invitation
from portal.core.mail.backend import trouble
from portal.core.models.users import AnyUser
from portal.partners.models import Partner
from portal.partners.people import translators
from portal.partners.rights import Subject, may
from portal.partners.roles import roles_of

SHOWN = 50


class InvitationForm(forms.ModelForm):
    """Who is invited, for what."""

    class Meta:
        model = Invitation
        fields = ["email", "partner", "role", "only_into", "language"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = Partner.objects.active()  # type: ignore[attr-defined]


def may_invite(user: AnyUser) -> bool:
    """Whether the rights table lets somebody invite people and give roles."""
    if not user.is_active:
        return False
    return user.is_superuser or any(may(role, "invite", Subject.PARTNER) for _partner, role in roles_of(user))


def invitations(request: HttpRequest) -> HttpResponse:
    """Show what was sent, and send one more."""
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        assert request.user.is_authenticated
        invite(form.instance, request.user)
        _tell(request, form.instance.email)
        return redirect("invitations")
    sent = Invitation.objects.select_related("partner", "invited_by")[:SHOWN]
    context = {"form": form, "invitations": sent, "translators": translators()}
    return render(request, "portal/admin/invitations.html", context)


def _tell(request: HttpRequest, email: str) -> None:
    """Say whether the mail goes: at once when it does not, because somebody is waiting for it."""
    if not trouble():
        messages.success(request, _("The invitation is on its way to %(email)s.") % {"email": email})
        return
    text = _(
        "The invitation for %(email)s is kept, but mail does not go out now. It is tried again by itself; "
        "under Reports, “Mail on its way” shows whether it went."
    )
    messages.warning(request, text % {"email": email})


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """End an invitation that was not used yet."""
    invitation = get_object_or_404(Invitation, pk=pk)
    Invitation.objects.open().filter(pk=pk).update(expires=timezone.now())
    messages.success(request, _("The invitation for %(email)s no longer works.") % {"email": invitation.email})
    return redirect("invitations")
