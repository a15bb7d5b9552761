"""The list of OpenID Connect providers, read from one setting; a mistake in it stops the start."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

LOOPBACK = {"127.0.0.1", "localhost"}
REQUIRED = ("provider_id", "name", "issuer", "client_id", "secret")


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """What one provider is and what it must say about somebody. docs/deployment.md shows the shapes."""

    provider_id: str
    """Short name in addresses; it is registered at the provider and never changes."""
    name: str
    issuer: str
    client_id: str
    secret: str
    acr: tuple[str, ...] = ()
    """Ways of signing in of which the provider must have used one; it then counts as a second factor."""
    home_organisations: tuple[str, ...] = ()
    """Institutions whose people may come in; empty means all that the provider lets through."""
    home_claim: str = "schac_home_organization"
    scope: tuple[str, ...] = ("openid", "email", "profile")
    algorithms: tuple[str, ...] = ("RS256", "PS256", "ES256")


def read_providers(text: str) -> list[ProviderSettings]:
    """Return the providers in a JSON list; raises ImproperlyConfigured for one that is not whole or not safe."""
    try:
        providers = [_provider(dict(entry)) for entry in json.loads(text or "[]")]
    except (ValueError, TypeError, AttributeError) as error:
        raise ImproperlyConfigured(f"OPENID_PROVIDERS is not a JSON list of providers: {error}") from error
    if len({provider.provider_id for provider in providers}) < len(providers):
        raise ImproperlyConfigured("OPENID_PROVIDERS names a provider_id twice.")
    return providers


def _provider(entry: dict[str, Any]) -> ProviderSettings:
    missing = [name for name in REQUIRED if not entry.get(name)]
    if missing:
        raise ImproperlyConfigured(f"A provider in OPENID_PROVIDERS has no {', '.join(missing)}.")
    url = urlsplit(entry["issuer"])
    if url.scheme != "https" and url.hostname not in LOOPBACK:
        raise ImproperlyConfigured(f"The issuer of {entry['provider_id']} in OPENID_PROVIDERS does not use https.")
    lists: dict[str, Any] = {
        name: tuple(entry[name].split() if isinstance(entry[name], str) else entry[name])
        for name in ("acr", "home_organisations", "scope", "algorithms")
        if name in entry
    }
    return ProviderSettings(**{**entry, **lists})


def apps_from(providers: list[ProviderSettings]) -> list[dict[str, Any]]:
    """Return the providers as allauth wants them."""
    return [
        {
            "provider_id": provider.provider_id,
            "name": provider.name,
            "client_id": provider.client_id,
            "secret": provider.secret,
            "settings": {"server_url": provider.issuer, "scope": list(provider.scope)},
        }
        for provider in providers
    ]
