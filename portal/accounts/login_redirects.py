"""One door: whatever else asks for a password leads to it."""

from collections.abc import Iterator

from allauth.account.utils import get_next_redirect_url
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, re_path, reverse
from django.utils.http import urlencode


def to_our_sign_in(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """Lead to the page for signing in, and remember where somebody wanted to go when that is on this site."""
    target = reverse("account_login")
    wanted = get_next_redirect_url(request)
    return HttpResponseRedirect(f"{target}?{urlencode({REDIRECT_FIELD_NAME: wanted})}" if wanted else target)


WAGTAILS_SIGN_IN: list[URLPattern] = [
    re_path(r"^admin/login/$", to_our_sign_in, name="login_redirect_admin"),
    re_path(r"^admin/password_reset/.*$", to_our_sign_in, name="login_redirect_password_reset"),
]
"""Forms of the admin. They stand before Wagtail's own, whose names keep leading here."""

CLOSED = {
    "signup/": "account_signup",
    "inactive/": "account_inactive",
    "email/": "account_email",
    "confirm-email/": "account_email_verification_sent",
    "confirm-email/<str:key>/": "account_confirm_email",
    "password/change/": "account_change_password",
    "password/set/": "account_set_password",
    "password/reset/": "account_reset_password",
    "password/reset/done/": "account_reset_password_done",
    "password/reset/key/<str:uidb36>-<str:key>/": "account_reset_password_from_key",
    "password/reset/key/done/": "account_reset_password_from_key_done",
    "login/code/": "account_request_login_code",
    "login/code/confirm/": "account_confirm_login_code",
    "2fa/webauthn/login/": "mfa_login_webauthn",
    "2fa/webauthn/signup/": "mfa_signup_webauthn",
    "3rdparty/signup/": "socialaccount_signup",
}
"""What allauth would offer beside signing in: an account begins with an invitation, and so does a new password."""


def closed_addresses() -> Iterator[URLPattern]:
    """Yield what is closed by the name allauth looks for, then everything else below the same address."""
    for route, name in CLOSED.items():
        yield path(route, to_our_sign_in, name=name)
    yield path("<path:rest>", to_our_sign_in, name="login_redirect_other")
