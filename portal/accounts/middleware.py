"""On each request of somebody who signed in: is the session still young, are the roles the same, is there a factor."""

import re
import time
from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.models import hashed
from portal.core.models.users import AnyUser, User
from portal.partners.access.policy import access_of

BEGAN, SEEN, ROLES = "signin_began", "signin_seen", "signin_roles"
SECONDS_BETWEEN_NOTES = 60
UNATTENDED = {"wagtailadmin_editing_sessions"}
"""Namespaces of requests that an open screen sends by itself, with nobody behind it."""

ACCOUNT_ADDRESS = re.compile(r"^/(?:[a-z]{2}/)?account/")
FREE_NAMES = {"wagtailadmin_logout", "wagtailadmin_login", "login_redirect_admin", "login_redirect_password_reset"}

Answer = HttpResponseBase | None


class SignedInMiddleware:
    """Looks at requests of people who signed in; a visitor without a session costs nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponseBase],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> Answer:
        """Ask `look` about somebody who signed in. Without a cookie nobody asks who it is, so pages stay cacheable."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return None
        return self.look(request)

    def look(self, request: HttpRequest) -> Answer:
        """Return an answer to stop the request, or None."""
        raise NotImplementedError


class SessionLimitsMiddleware(SignedInMiddleware):
    """Ends a session that nobody used for an hour or that is half a day old; gives it a new key when roles change.

    One that says it began or was used so long from now began by another clock, and ends too.
    """

    def look(self, request: HttpRequest) -> Answer:
        """Sign out whose time is over, and note that the session was used."""
        now, session = int(time.time()), request.session
        began, seen = session.setdefault(BEGAN, now), session.setdefault(SEEN, now)
        # A clock that was ahead and came back makes no session longer than it may be.
        if abs(now - began) > settings.SIGNIN_TOTAL_SECONDS or abs(now - seen) > settings.SIGNIN_IDLE_SECONDS:
            logout(request)
            messages.info(request, _("You were signed out because your session was over. Please sign in again."))
            return None
        assert request.resolver_match is not None
        if began > now:
            session[BEGAN] = now
        if abs(now - seen) >= SECONDS_BETWEEN_NOTES and request.resolver_match.namespace not in UNATTENDED:
            session[SEEN] = now
        roles = roles_mark(request.user)
        if session.setdefault(ROLES, roles) != roles:
            session.cycle_key()
            session[ROLES] = roles
        return None


@receiver(user_logged_in)
def begin(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Note when a session began and with which roles."""
    now = int(time.time())
    request.session.update({BEGAN: now, SEEN: now, ROLES: roles_mark(user)})


def roles_mark(user: AnyUser) -> str:
    """Return a short mark that differs when the roles of somebody differ."""
    access = access_of(user)
    return hashed("|".join([str(access.is_technical), *sorted(access.group_names)]))[:16]


class SecondFactorMiddleware(SignedInMiddleware):
    """Whoever may open the admin shows a second factor first; until then the site sees a visitor."""

    def look(self, request: HttpRequest) -> Answer:
        """Lead to the second factor from the admin; elsewhere give what a visitor gets, such as no private files."""
        if not settings.DEMAND_SECOND_FACTOR or has_shown_factor(request):
            return None
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        assert request.resolver_match is not None
        if ACCOUNT_ADDRESS.match(request.path_info) or request.resolver_match.view_name in FREE_NAMES:
            return None
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            return HttpResponseRedirect(factor_address(request.user))
        request.user = AnonymousUser()
        return None


def has_shown_factor(request: HttpRequest) -> bool:
    """Whether this session showed a factor: here, or at a provider that must ask for one."""
    strong = {provider.provider_id for provider in settings.OPENID_PROVIDERS if provider.acr}
    return any(
        entry["method"] == "mfa" or (entry["method"] == "socialaccount" and entry.get("provider") in strong)
        for entry in get_authentication_records(request, request.user)
    )


def factor_address(user: AnyUser) -> str:
    """Return where somebody shows a factor, or sets one up."""
    return reverse("mfa_reauthenticate" if is_mfa_enabled(user) else "mfa_index")
