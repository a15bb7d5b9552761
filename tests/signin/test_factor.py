"""A second factor for everyone who may open the admin."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from portal.accounts.models import AuditLogEntry
from portal.core.models.users import User
from tests.signin.conftest import DOOR, PASSWORD, Browser, RunningProvider, invited, known, shown

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demanded")]

ADMIN = ["/admin/", "/admin/pages/", "/admin/account/", "/admin/images/", "/admin/reports/site-history/", "/admin/x/"]
SET_UP = "/nl/account/2fa/"
CODE = "/nl/account/2fa/authenticate/"


@pytest.fixture(autouse=True)
def within_one_code() -> Iterator[None]:
    """The clock stands still at the first second of a code: one that is computed is not old when it is sent."""
    with time_machine.travel(time.time() // 30 * 30, tick=False):
        yield


def code_of(secret: str) -> str:
    """Return what an app shows now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def by_password(client: Client, email: str = "redactie@example.org") -> Any:
    """Sign in by password."""
    return client.post(DOOR, {"login": email, "password": PASSWORD})


def set_up_app(client: Client) -> str:
    """Set up an app as somebody does who is asked to, and return its secret."""
    client.post("/nl/account/reauthenticate/", {"password": PASSWORD, "next": "/nl/account/2fa/totp/activate/"})
    secret = client.get("/nl/account/2fa/totp/activate/").context["form"].secret
    assert client.post("/nl/account/2fa/totp/activate/", {"code": code_of(secret)}).status_code == 302
    return str(secret)


@pytest.fixture
def secret(editor: User, django_capture_on_commit_callbacks: Any) -> str:
    """The secret in the app of the editor, who has one."""
    client = Client(headers={"accept-language": "nl"})
    by_password(client)
    with django_capture_on_commit_callbacks(execute=True):
        return set_up_app(client)


@pytest.mark.parametrize("address", ADMIN)
@pytest.mark.parametrize("method", ["get", "post"])
def test_without_a_factor_the_admin_leads_to_setting_one_up(
    visitor: Client, editor: User, address: str, method: str
) -> None:
    by_password(visitor)

    assert getattr(visitor, method)(address).headers["Location"] == SET_UP


def test_without_a_factor_the_site_sees_a_visitor(visitor: Client, editor: User) -> None:
    by_password(visitor)

    assert visitor.get("/media/geheim.png").wsgi_request.user.is_anonymous
    assert visitor.get("/nl/zoeken/").wsgi_request.user.is_anonymous
    assert visitor.get(SET_UP).wsgi_request.user == editor


def test_setting_up_an_app_opens_the_admin_at_once(
    visitor: Client, editor: User, django_capture_on_commit_callbacks: Any
) -> None:
    by_password(visitor)
    with django_capture_on_commit_callbacks(execute=True):
        set_up_app(visitor)

    assert visitor.get("/admin/").status_code == 200
    assert visitor.get("/nl/account/2fa/recovery-codes/").context["unused_codes"]
    assert AuditLogEntry.objects.filter(kind="factor", account=editor.pk, detail="+ totp").exists()


def test_an_invited_person_sets_up_an_app_without_typing_the_password_again(
    visitor: Client, editor: User, django_capture_on_commit_callbacks: Any
) -> None:
    visitor.get(invited())
    answer = {"first_name": "Noor", "last_name": "de Vries", "password": "vier woorden zonder verband"}
    response = visitor.post("/nl/account/invitation/", answer, follow=True)
    assert response.redirect_chain[-1][0] == SET_UP

    found = visitor.get("/nl/account/2fa/totp/activate/").context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        visitor.post("/nl/account/2fa/totp/activate/", {"code": code_of(found)})
    assert visitor.get("/admin/").status_code == 200


def test_the_second_time_the_code_is_asked_before_there_is_a_session(visitor: Client, secret: str) -> None:
    assert by_password(visitor).headers["Location"] == CODE
    assert "_auth_user_id" not in visitor.session
    assert visitor.get("/admin/").headers["Location"].startswith(DOOR)

    with time_machine.travel(time.time() + 60, tick=False):
        assert visitor.post(CODE, {"code": code_of(secret)}).headers["Location"] == "/admin/"
    assert visitor.get("/admin/").status_code == 200


def test_a_code_works_once(visitor: Client, secret: str) -> None:
    with time_machine.travel(time.time() + 60, tick=False):
        code = code_of(secret)
        by_password(visitor)
        visitor.post(CODE, {"code": code})
        by_password(again := Client(headers={"accept-language": "nl"}))
        again.post(CODE, {"code": code})

    assert "_auth_user_id" in visitor.session
    assert "_auth_user_id" not in again.session


def test_wrong_codes_run_out(visitor: Client, secret: str) -> None:
    by_password(visitor)
    for number in range(6):
        visitor.post(CODE, {"code": f"00000{number}"})
    with time_machine.travel(time.time() + 60, tick=False):
        visitor.post(CODE, {"code": code_of(secret)})

    assert "_auth_user_id" not in visitor.session
    assert AuditLogEntry.objects.filter(kind="refused", detail="wrong code").count() >= 5


def test_a_recovery_code_works_once(visitor: Client, editor: User, secret: str) -> None:
    codes = Authenticator.objects.get(user=editor, type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()
    for expected in (True, False):
        by_password(client := Client(headers={"accept-language": "nl"}))
        client.post(CODE, {"code": codes[0]})
        assert ("_auth_user_id" in client.session) is expected


def test_the_secret_is_stored_encrypted(editor: User, secret: str) -> None:
    assert secret not in str(list(Authenticator.objects.values()))


def test_the_last_factor_cannot_be_given_up(visitor: Client, editor: User, secret: str) -> None:
    by_password(visitor)
    with time_machine.travel(time.time() + 60, tick=False):
        visitor.post(CODE, {"code": code_of(secret)})
    with time_machine.travel(time.time() + 120, tick=False):
        visitor.post("/nl/account/2fa/reauthenticate/", {"code": code_of(secret)})
    visitor.post("/nl/account/2fa/totp/deactivate/")

    assert Authenticator.objects.filter(user=editor, type=Authenticator.Type.TOTP).exists()


def test_the_last_security_key_cannot_be_given_up_either(visitor: Client, editor: User) -> None:
    key = Authenticator.objects.create(user=editor, type=Authenticator.Type.WEBAUTHN, data={"name": "sleutel"})
    visitor.force_login(editor)
    shown(visitor, editor, method="mfa", type="webauthn", reauthenticated=True)
    response = visitor.post(f"/nl/account/2fa/webauthn/keys/{key.pk}/remove/", follow=True)

    assert Authenticator.objects.filter(pk=key.pk).exists()
    assert "andere tweede stap" in response.content.decode()


def test_a_security_key_gets_another_name(visitor: Client, editor: User) -> None:
    key = Authenticator.objects.create(user=editor, type=Authenticator.Type.WEBAUTHN, data={"name": "sleutel"})
    visitor.force_login(editor)
    shown(visitor, editor, method="mfa", type="webauthn", reauthenticated=True)
    address = f"/nl/account/2fa/webauthn/keys/{key.pk}/edit/"
    assert "Naam van de sleutel" in visitor.get(address).content.decode()
    visitor.post(address, {"name": "sleutelbos"})

    assert "sleutelbos" in visitor.get("/nl/account/2fa/webauthn/").content.decode()


def test_a_session_without_the_factor_of_an_account_that_has_one_asks_for_it(
    visitor: Client, editor: User, secret: str
) -> None:
    visitor.force_login(editor)

    assert visitor.get("/admin/").headers["Location"] == "/nl/account/2fa/reauthenticate/"


def test_who_has_no_role_is_not_asked(visitor: Client) -> None:
    user = User.objects.create_user("nieuw@example.org", PASSWORD)
    by_password(visitor, user.email)

    assert visitor.get("/nl/zoeken/").wsgi_request.user == user


def test_signing_out_of_the_admin_works_without_a_factor(visitor: Client, editor: User) -> None:
    by_password(visitor)
    visitor.post("/admin/logout/")

    assert "_auth_user_id" not in visitor.session


def test_a_provider_that_asks_for_a_factor_is_enough_and_another_is_not(
    provider: RunningProvider, editor: User, browser: Browser, other_browser: Browser, settings: Any
) -> None:
    known(settings, [provider.settings(acr=("loa2",)), provider.settings("uu")])
    provider.be(person={"sub": "a1", "email": "noor@example.org", "acr": "loa2"})
    browser.client.get(invited())
    browser.through()
    assert browser.client.get("/admin/").status_code == 200

    provider.be("uu", person={"sub": "a1", "email": "bas@example.org"})
    other_browser.client.get(invited("bas@example.org"))
    other_browser.through("uu")
    assert other_browser.client.get("/admin/").headers["Location"] == SET_UP


# --- sessions ----------------------------------------------------------------------------------------------------
