"""Signing in through a provider of OpenID Connect, stricter than allauth by itself.

Allauth trusts what comes straight from the token endpoint. Here the signature is checked as well, with algorithms of
our choice, and issuer, audience, times and nonce; userinfo must be about the same person. Somebody is known by a hash
of issuer and `sub`, and nothing else of what the provider says is stored.
"""

import json
import secrets
import time
from collections.abc import Callable
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView, OAuth2View
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from requests import RequestException

from portal.accounts.models import hashed
from portal.accounts.providers import LOOPBACK, ProviderSettings

LEEWAY_SECONDS = 30
OLDEST_TOKEN_SECONDS = 600
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")


def provider_settings(provider_id: str) -> ProviderSettings:
    """Return the settings of a provider; raises Http404 for one that is not there."""
    for provider in settings.OPENID_PROVIDERS:
        if provider.provider_id == provider_id:
            return provider
    raise Http404


class Adapter(OpenIDConnectOAuth2Adapter):
    """The conversation with one provider."""

    nonce = ""

    @cached_property
    def wanted(self) -> ProviderSettings:
        """What we know of the provider beforehand."""
        return provider_settings(self.provider_id)

    @cached_property
    def openid_config(self) -> dict[str, Any]:
        """The provider's own description; raises OAuth2Error when it is another provider's or leads astray."""
        config = self._ask(self.get_provider().server_url)
        if config.get("issuer") != self.wanted.issuer:
            raise OAuth2Error("the description names another issuer")
        for name in ENDPOINTS:
            url = urlsplit(str(config.get(name, "")))
            if not url.hostname or (url.scheme != "https" and url.hostname not in LOOPBACK):
                raise OAuth2Error(f"{name} is missing or not safe")
        return config

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> SocialLogin:
        """Return who signed in; raises OAuth2Error when anything is not as it should be."""
        self._check_issuer(request)
        claims = self._verified(kwargs["response"].get("id_token") or "")
        person = self._ask(self.profile_url, headers={"Authorization": f"Bearer {token.token}"})
        if person.get("sub") != claims["sub"]:
            raise OAuth2Error("userinfo is about somebody else")
        claims = {**person, **claims}
        if self.wanted.acr and claims.get("acr") not in self.wanted.acr:
            raise OAuth2Error("the way of signing in is not strong enough")
        self._check_home(claims)
        return self.get_provider().sociallogin_from_response(request, {"id_token": claims})

    def _check_issuer(self, request: HttpRequest) -> None:
        """Refuse an answer that another provider sent (RFC 9207)."""
        said = request.GET.get("iss")
        promised = self.openid_config.get("authorization_response_iss_parameter_supported")
        if (said or promised) and said != self.wanted.issuer:
            raise OAuth2Error("the answer came from another issuer")

    def _check_home(self, claims: dict[str, Any]) -> None:
        allowed, home = self.wanted.home_organisations, claims.get(self.wanted.home_claim)
        homes = set(home) if isinstance(home, list) else {home}
        if allowed and not homes & set(allowed):
            raise OAuth2Error("the home organisation is not among ours")

    def _verified(self, id_token: str) -> dict[str, Any]:
        """Return the claims of an id token after checking everything about it."""
        try:
            claims = jwt.decode(
                id_token,
                key=self._key(jwt.get_unverified_header(id_token)),
                algorithms=list(self.wanted.algorithms),
                audience=self.wanted.client_id,
                issuer=self.wanted.issuer,
                leeway=LEEWAY_SECONDS,
                options={"require": ["iss", "sub", "aud", "exp", "iat", "nonce"]},
            )
        except jwt.PyJWTError as error:
            raise OAuth2Error(f"the id token is refused: {type(error).__name__}") from error
        if claims.get("azp", self.wanted.client_id) != self.wanted.client_id:
            raise OAuth2Error("the id token was made for another client")
        if claims["iat"] < time.time() - OLDEST_TOKEN_SECONDS:
            raise OAuth2Error("the id token is old")
        if not self.nonce or not secrets.compare_digest(str(claims["nonce"]), self.nonce):
            raise OAuth2Error("the id token belongs to another sign-in")
        return claims

    def _key(self, header: dict[str, Any]) -> Any:
        """Return the provider's public key for a token; raises OAuth2Error when it has no such key."""
        if header.get("alg") not in self.wanted.algorithms:
            raise OAuth2Error("the id token is signed in a way we do not accept")
        try:
            keys = jwt.PyJWKSet.from_dict(self._ask(self.openid_config["jwks_uri"])).keys
        except jwt.PyJWTError as error:
            raise OAuth2Error("the provider has no usable keys") from error
        for key in keys:
            if key.key_id == header.get("kid") and key.public_key_use in (None, "sig"):
                return key.key
        raise OAuth2Error("the id token is signed with an unknown key")

    def _ask(self, url: str, **kwargs: Any) -> dict[str, Any]:
        """Return a JSON object from the provider; raises OAuth2Error for anything else."""
        with get_adapter().get_requests_session() as session:
            response = session.request("GET", url, **kwargs)
        response.raise_for_status()
        try:
            found = json.loads(response.content)
        except ValueError as error:
            raise OAuth2Error("the provider did not answer with JSON") from error
        if not isinstance(found, dict):
            raise OAuth2Error("the provider did not answer with an object")
        return found


class Provider(OpenIDConnectProvider):
    """What we ask a provider, and how little of it we keep."""

    oauth2_adapter_class = Adapter

    def redirect(
        self,
        request: HttpRequest,
        process: str,
        next_url: str | None = None,
        data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> HttpResponse:
        """Send somebody to the provider, with a nonce that only this sign-in knows."""
        nonce = secrets.token_urlsafe(24)
        wanted = provider_settings(self.sub_id)
        ways = {"acr_values": " ".join(wanted.acr)} if wanted.acr else {}
        kwargs["auth_params"] = {**self.get_auth_params(), **ways, "nonce": nonce}
        kwargs["scope"] = self.get_scope()  # never what the address asks for
        answer: HttpResponse = super().redirect(request, process, next_url, data, nonce=nonce, **kwargs)
        return answer

    def extract_uid(self, data: dict[str, Any]) -> str:
        """Return the hash by which somebody is known: issuer and `sub`, never the address."""
        claims = data["id_token"]
        return hashed(f"{claims['iss']}\n{claims['sub']}")

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Keep nothing of what the provider says."""
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return the address, which must be that of the invitation; one that the provider doubts is none."""
        claims = data["id_token"]
        return {"email": claims.get("email") if claims.get("email_verified", True) is True else None}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        """Keep no addresses beside that of the account."""
        return []


class CallbackView(OAuth2CallbackView):
    """The way back from a provider."""

    def _get_state(self, request: HttpRequest, provider: Provider) -> tuple[dict[str, Any] | None, HttpResponse | None]:
        """Find the sign-in that was begun, once, and tell the adapter its nonce."""
        state, response = super()._get_state(request, provider)
        self.adapter.nonce = (state or {}).get("nonce", "")
        return state, response


def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Go to a provider. Only by a button: another site cannot start it."""
    return _with(OAuth2LoginView, request, provider_id)


def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Come back from a provider."""
    return _with(CallbackView, request, provider_id)


def _with(view_class: type[OAuth2View], request: HttpRequest, provider_id: str) -> HttpResponse:
    """Run one half of the conversation. Whatever a provider sends that it should not, is a refusal and no error."""
    provider_settings(provider_id)
    adapter = Adapter(request, provider_id)
    view: Callable[[HttpRequest], HttpResponse] = view_class.adapter_view(adapter)
    try:
        return view(request)
    except (OAuth2Error, RequestException, LookupError, TypeError, ValueError, AttributeError) as error:
        answer: HttpResponse = render_authentication_error(request, adapter.get_provider(), exception=error)
        return answer
