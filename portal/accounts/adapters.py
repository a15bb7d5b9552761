"""How allauth behaves here: nobody signs up, refusals are kept, secrets are stored encrypted."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess, Provider
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured, PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts import audit_log, invitation
from portal.accounts.http import LimitedSession
from portal.core.models.users import User


class AccountAdapter(DefaultAccountAdapter):
    """Local accounts: an address and a password, made by accepting an invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse everyone."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that our proxies saw, to count by; that of the nearest one where they tell none."""
        try:
            return str(super().get_client_ip(request))
        except (ImproperlyConfigured, PermissionDenied):  # fewer addresses than proxies, or words that are none
            return str(request.META.get("REMOTE_ADDR", ""))

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt; raises ValidationError when there were too many."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            audit_log.refused("too many attempts", email=credentials.get("email", ""))
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Keep that a password was wrong."""
        audit_log.refused("wrong password", email=credentials.get("email", ""))

    def reauthenticate(self, user: User, password: str) -> bool:
        """Check the password again by the address of the account; allauth's own list of addresses stays empty."""
        return bool(self.authenticate(context.request, email=user.email, password=password) == user)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Say no more to a deactivated account than to a wrong password."""
        audit_log.refused("deactivated account", account=user)
        messages.error(request, _("You cannot sign in with these details."))
        return HttpResponseRedirect(reverse("account_login"))


class FactorAdapter(DefaultMFAAdapter):
    """Second factors: secrets are encrypted with the key of the site, and the last factor cannot be given up."""

    def encrypt(self, text: str) -> str:
        """Return a secret as it is stored."""
        return _cipher(settings.SECRET_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return a stored secret as it is used."""
        return _cipher(settings.SECRET_KEY).decrypt(encrypted_text.encode()).decode()

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        """Tell a security key no more of somebody than it needs: it is found by the account, never the other way."""
        name = settings.MFA_TOTP_ISSUER
        return {**super().get_public_key_credential_user_entity(user), "name": name, "display_name": name}

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last factor of somebody who needs one."""
        user = authenticator.user
        if not settings.DEMAND_SECOND_FACTOR or not user.has_perm("wagtailadmin.access_admin"):
            return True
        others = Authenticator.objects.filter(user=user).exclude(pk=authenticator.pk)
        return others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def _cipher(secret: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"second factors {secret}".encode()).digest()))


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Signing in through an institution: only for who is known there already, was invited, or is signed in."""

    def get_requests_session(self) -> LimitedSession:
        """Return a client that neither waits long nor reads much."""
        return LimitedSession()

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Refuse everyone; accounts begin with an invitation."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let in whose issuer and `sub` we know; link others to an invitation they opened, or to who is signed in."""
        process = sociallogin.state.get("process")
        if process == AuthProcess.CONNECT and request.user.is_authenticated:
            return
        if sociallogin.is_existing and process == AuthProcess.LOGIN:
            if sociallogin.user.is_active:
                invitation.accept_by_provider(request, sociallogin.user.email)
            return
        user = invitation.accept_by_provider(request, sociallogin.user.email) if process == AuthProcess.LOGIN else None
        if user is None:
            audit_log.refused("no account and no invitation", subject=sociallogin.account.uid)
            raise ImmediateHttpResponse(refusal(request))
        sociallogin.connect(request, user)
        audit_log.record(
            audit_log.Kind.LINKED, user, subject=sociallogin.account.uid, detail=sociallogin.account.provider
        )

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Provider,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Keep that a provider's answer was refused, with our own word for why."""
        audit_log.refused(f"{provider.sub_id}: {exception or error}")


def refusal(request: HttpRequest) -> HttpResponse:
    """Return the page for whoever signed in at a provider but has no account here."""
    messages.error(request, _("There is no account here for your sign-in. Ask the core team for an invitation."))
    return HttpResponseRedirect(reverse("account_login"))
