"""Browsers, people and a running provider for the tests of signing in."""

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.core.cache import cache
from django.test import Client

from portal.accounts.models import AuditLogEntry, Invitation
from portal.accounts.providers import ProviderSettings
from portal.core.models.users import User
from portal.partners.assignment import assign
from portal.partners.models import Partner
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from portal.settings.signin import apps_from

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "drie losse woorden"
DOOR = "/nl/account/login/"
NOOR = {"sub": "a1", "email": "noor@example.org"}


@dataclass
class RunningProvider:
    """The provider process, as a test talks to it."""

    address: str

    def be(self, issuer: str = "hu", **how: Any) -> None:
        """Say who signs in at an issuer, and how it misbehaves."""
        requests.post(f"{self.address}/{issuer}/control", json=how, timeout=5).raise_for_status()

    def settings(self, issuer: str = "hu", **more: Any) -> ProviderSettings:
        """Return the settings of the portal for an issuer."""
        url = f"{self.address}/{issuer}"
        return ProviderSettings(issuer, issuer.upper(), url, "opleidingshuis", "geheim-voor-de-test", **more)


@dataclass
class Browser:
    """A visitor with a browser, who can go to the provider and back."""

    client: Client = field(default_factory=lambda: Client(headers={"accept-language": "nl"}))

    @property
    def user_id(self) -> str | None:
        """The number of the account that is signed in."""
        return self.client.session.get("_auth_user_id")

    def begin(self, issuer: str = "hu", **asked: str) -> str:
        """Press the button of a provider, and return where it leads."""
        response = self.client.post(f"/account/oidc/{issuer}/login/", {"process": "login", **asked})
        assert response.status_code == 302, response.content.decode()
        return response.headers["Location"]

    def at_provider(self, address: str) -> str:
        """Go to the provider, which lets everyone in, and return the address it sends the browser back to."""
        response = requests.get(address, allow_redirects=False, timeout=5)
        assert response.status_code == 302, response.text
        return response.headers["location"].removeprefix("http://testserver")

    def through(self, issuer: str = "hu", **asked: str) -> Any:
        """Sign in through a provider, and return the portal's answer."""
        return self.client.get(self.at_provider(self.begin(issuer, **asked)))


def asked_of(address: str) -> dict[str, str]:
    """Return what an address asks behind its question mark."""
    return {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}


@pytest.fixture(scope="session")
def provider_process() -> Iterator[RunningProvider]:
    """The provider, started once."""
    command = [sys.executable, "-m", "tests.signin.provider"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield RunningProvider(process.stdout.readline().strip())
        process.terminate()


@pytest.fixture
def provider(provider_process: RunningProvider, settings: Any) -> RunningProvider:
    """The provider at its best, known to the portal under two names."""
    for issuer in ("hu", "uu"):
        provider_process.be(issuer)
    known(settings, [provider_process.settings("hu"), provider_process.settings("uu")])
    return provider_process


def known(settings: Any, providers: list[ProviderSettings]) -> None:
    """Let the portal know these providers."""
    settings.OPENID_PROVIDERS = providers
    connect = {**settings.SOCIALACCOUNT_PROVIDERS["openid_connect"], "APPS": apps_from(providers)}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": connect}


@pytest.fixture(autouse=True)
def no_attempts_yet() -> None:
    """Forget what other tests guessed."""
    cache.clear()


@pytest.fixture
def editor(db: Any) -> User:
    """An editor of the core team with a password."""
    provision_core_team()
    user = User.objects.create_user("redactie@example.org", PASSWORD)
    assign(user, None, Role.CORE_EDITOR)
    return user


@pytest.fixture
def visitor() -> Client:
    """A browser that reads Dutch."""
    return Client(headers={"accept-language": "nl"})


@pytest.fixture
def browser() -> Browser:
    """A visitor who can go to the provider."""
    return Browser()


@pytest.fixture
def other_browser() -> Browser:
    """Somebody else's browser."""
    return Browser()


def invited(email: str = "noor@example.org", role: Role = Role.CORE_EDITOR, partner: Partner | None = None) -> str:
    """Invite somebody, and return the address of the invitation."""
    invitation = Invitation(email=email, role=role, partner=partner)
    token = invitation.new_token()
    invitation.save()
    return f"/nl/account/invitation/{token}/"


@pytest.fixture
def noor(provider: RunningProvider, editor: User) -> User:
    """Somebody who accepted her invitation through the provider, and signed out."""
    browser = Browser()
    browser.client.get(invited(), follow=True)
    browser.through()
    return User.objects.get(email="noor@example.org")


def nobody_came_in(browser: Browser, response: Any) -> None:
    """Check that a visitor is still a visitor, got a page, and that the refusal is on record."""
    assert browser.user_id is None
    assert response.status_code in (302, 401)
    assert AuditLogEntry.objects.filter(kind="refused").exists()
    assert "_auth_user_id" not in browser.client.session


@pytest.fixture
def demanded(settings: Any) -> None:
    """The second factor is asked for, as in production."""
    settings.DEMAND_SECOND_FACTOR = True


def shown(client: Client, user: User, **record: Any) -> None:
    """Let the session of a browser say what was shown in it."""
    session = client.session
    session["account_authentication_methods"] = [{"at": time.time(), **record}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
