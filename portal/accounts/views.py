"""The pages of the door that are our own: signing in, and accepting an invitation."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import get_login_redirect_url
from allauth.account.views import LoginView
from allauth.mfa.adapter import get_adapter as get_factor_adapter
from allauth.mfa.base.views import IndexView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.views import AddWebAuthnView, EditWebAuthnView, RemoveWebAuthnView
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic.edit import FormMixin

from portal.accounts import invitation as invitations
from portal.accounts.models import Invitation
from portal.core.limits import limited
from portal.core.models.users import User


class SignInView(LoginView):
    """The page for signing in. Who is in already goes on, and who has no role is not sent around in a circle."""

    def get_authenticated_redirect_url(self) -> str:
        """Return where somebody goes who is signed in."""
        if self.request.user.has_perm("wagtailadmin.access_admin"):
            return str(get_login_redirect_url(self.request))
        return reverse("mfa_index")


class CountsAsShown(FormMixin):
    """Setting up a factor proves that somebody holds it, so it is not asked again in this session."""

    request: HttpRequest

    def form_valid(self, form: forms.BaseForm) -> HttpResponse:
        """Take the proof as the second factor of the session."""
        answer: HttpResponse = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa", reauthenticated=True)
        return answer


class Security(IndexView):
    """How somebody signs in, and what they can change about it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whether a second factor is still to be set up."""
        found: dict[str, Any] = super().get_context_data(**kwargs)
        return found | {"is_asked": settings.DEMAND_SECOND_FACTOR and not found["is_mfa_enabled"]}


class SetUpApp(CountsAsShown, ActivateTOTPView):
    """Setting up an app with codes."""

    def get_form(self, form_class: type[forms.BaseForm] | None = None) -> forms.BaseForm:
        """Return the form with a label in the reader's language."""
        form = super().get_form(form_class)
        form.fields["code"].label = _("Code from your app")
        return form


class NamesKey(FormMixin):
    """A form in which somebody names a security key; allauth leaves the label in English."""

    def get_form(self, form_class: type[forms.BaseForm] | None = None) -> forms.BaseForm:
        """Return the form with a label in the reader's language."""
        form = super().get_form(form_class)
        form.fields["name"].label = _("Name of the key")
        return form


class AddKey(NamesKey, CountsAsShown, AddWebAuthnView):
    """Adding a security key."""


class RenameKey(NamesKey, EditWebAuthnView):
    """Giving a security key another name."""


class RemoveKey(RemoveWebAuthnView):
    """Removing a security key; allauth itself guards the last factor only when it is an app."""

    def form_valid(self, form: forms.BaseForm) -> HttpResponse:
        """Keep the last factor of somebody who needs one, and say what to do first."""
        if not get_factor_adapter().can_delete_authenticator(self.get_object()):
            messages.error(self.request, _("First set up another second step."))
            return redirect("mfa_list_webauthn")
        answer: HttpResponse = super().form_valid(form)
        return answer


class AcceptForm(forms.Form):
    """A name and a password, for an account that signs in here."""

    first_name = forms.CharField(
        label=gettext_lazy("First name"), max_length=150, widget=forms.TextInput({"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=gettext_lazy("Last name"), max_length=150, widget=forms.TextInput({"autocomplete": "family-name"})
    )
    password = forms.CharField(
        label=gettext_lazy("New password"),
        help_text=gettext_lazy("At least 12 characters. Three or four words that do not belong together are fine."),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        known = User.objects.filter(email__iexact=invitation.email).first()
        self.person = known or User(email=invitation.email)
        names = {"first_name": self.person.first_name, "last_name": self.person.last_name}
        super().__init__(*args, **{**kwargs, "initial": names})

    def clean(self) -> dict[str, Any]:
        """Refuse a password that is easy to guess, for this person in particular."""
        found = super().clean() or {}
        self.person.first_name, self.person.last_name = found.get("first_name", ""), found.get("last_name", "")
        if password := found.get("password"):
            try:
                validate_password(password, self.person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return found


@never_cache
def open_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Take the secret out of the address, so that it stays in no history, and show the invitation."""
    found = invitations.find(token)
    if found is None:
        return _over(request)
    request.session[invitations.OPENED] = found.pk
    return redirect("invitation")


@limited("form")
@never_cache
@sensitive_post_parameters("password")
def accept_invitation(request: HttpRequest) -> HttpResponse:
    """Show an opened invitation: set a password, or sign in at an institution."""
    invitation = invitations.opened(request)
    if invitation is None:
        return _over(request)
    form = AcceptForm(request.POST or None, invitation=invitation)
    if request.method == "POST" and form.is_valid():
        return _accepted(request, invitation, form)
    return render(request, "account/invitation.html", {"invitation": invitation, "form": form})


def _accepted(request: HttpRequest, invitation: Invitation, form: AcceptForm) -> HttpResponse:
    """Make or change the account and sign in, unless a second factor must be shown first."""
    user = invitations.accept(request, invitation)
    if user is None:
        return _over(request)
    user.first_name, user.last_name = form.cleaned_data["first_name"], form.cleaned_data["last_name"]
    user.set_password(form.cleaned_data["password"])
    user.save()
    if request.user.is_authenticated:
        logout(request)
    if is_mfa_enabled(user):
        messages.info(request, _("Your invitation is accepted. Sign in with your new password."))
        return redirect("account_login")
    record_authentication(request, user, "password", reauthenticated=True)
    get_adapter(request).login(request, user)
    return redirect("wagtailadmin_home")


def _over(request: HttpRequest) -> HttpResponse:
    return render(request, "account/invitation_over.html", status=410)
