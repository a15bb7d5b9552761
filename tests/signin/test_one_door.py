"""One door: everything that asks for a password leads to it, and only an account with its password gets through."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client

from home.demo.accounts import DEMO_ACCOUNTS, DemoAccount
from portal.accounts.models import AuditLogEntry
from portal.core.models.users import User
from portal.settings.base import cache as configured_cache
from tests.signin.conftest import DOOR, PASSWORD

pytestmark = pytest.mark.django_db

OTHER_DOORS = [
    "/admin/login/",
    "/admin/password_reset/",
    "/admin/password_reset/done/",
    "/admin/password_reset/confirm/MQ/abc-def/",
    "/admin/password_reset/complete/",
    "/nl/_util/login/",
    "/nl/account/signup/",
    "/nl/account/inactive/",
    "/nl/account/email/",
    "/nl/account/confirm-email/",
    "/nl/account/confirm-email/abc/",
    "/nl/account/password/change/",
    "/nl/account/password/set/",
    "/nl/account/password/reset/",
    "/nl/account/password/reset/done/",
    "/nl/account/password/reset/key/1-abc-def/",
    "/nl/account/password/reset/key/done/",
    "/nl/account/login/code/",
    "/nl/account/login/code/confirm/",
    "/nl/account/2fa/webauthn/login/",
    "/nl/account/2fa/webauthn/signup/",
    "/nl/account/3rdparty/signup/",
    "/nl/account/social/signup/",
    "/nl/account/social/connections/",
    "/nl/account/iets/anders/",
]
ELSEWHERE = [
    "//evil.example",
    "https://evil.example/admin/",
    "/\\evil.example",
    "javascript:alert(1)",
    "///evil.example",
]


def sign_in(client: Client, email: str = "redactie@example.org", password: str = PASSWORD, where: str = DOOR) -> Any:
    return client.post(where, {"login": email, "password": password})


@pytest.mark.parametrize("address", OTHER_DOORS)
def test_every_other_door_leads_to_this_one(visitor: Client, address: str) -> None:
    response = visitor.get(address)

    assert (response.status_code, response.headers["Location"]) == (302, DOOR)


@pytest.mark.parametrize("address", OTHER_DOORS)
def test_no_other_door_takes_a_password_or_makes_an_account(
    visitor: Client, editor: User, address: str, mailoutbox: list[Any]
) -> None:
    form = {
        **dict.fromkeys(["login", "username", "email"], editor.email),
        **dict.fromkeys(["password", "password1", "password2", "new_password1", "new_password2"], PASSWORD),
    }
    response = visitor.post(address, form)

    assert (response.status_code, response.headers["Location"]) == (302, DOOR)
    assert "_auth_user_id" not in visitor.session
    assert User.objects.count() == 1
    assert not mailoutbox


@pytest.mark.parametrize("door", ["/admin/login/", "/nl/_util/login/"])
def test_another_door_remembers_where_somebody_wanted_to_go(visitor: Client, door: str) -> None:
    assert visitor.get(f"{door}?next=/admin/pages/").headers["Location"] == f"{DOOR}?next=%2Fadmin%2Fpages%2F"


@pytest.mark.parametrize("target", ELSEWHERE)
def test_nobody_is_led_to_another_site(visitor: Client, editor: User, target: str) -> None:
    assert visitor.get("/admin/login/", {"next": target}).headers["Location"] == DOOR
    response = visitor.post(DOOR, {"login": editor.email, "password": PASSWORD, "next": target})

    assert response.headers["Location"] == "/admin/"
    assert visitor.post("/nl/account/logout/", {"next": target}).headers["Location"] == DOOR


def test_the_admin_sends_a_visitor_to_the_door(visitor: Client) -> None:
    assert visitor.get("/admin/pages/").headers["Location"] == f"{DOOR}?next=/admin/pages/"


def test_an_editor_comes_in_with_address_and_password(visitor: Client, editor: User) -> None:
    assert sign_in(visitor, where=f"{DOOR}?next=/admin/pages/").headers["Location"] == "/admin/pages/"
    assert visitor.get("/admin/").status_code == 200
    assert AuditLogEntry.objects.filter(kind="login", account=editor.pk).count() == 1


def test_the_address_may_be_written_in_capitals(visitor: Client, editor: User) -> None:
    assert sign_in(visitor, email="Redactie@Example.org").status_code == 302


def test_the_key_of_the_session_changes_when_somebody_signs_in(visitor: Client, editor: User) -> None:
    session = visitor.session
    session["planted"] = True
    session.save()
    before = session.session_key
    sign_in(visitor)

    assert visitor.session.session_key != before


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(visitor: Client, editor: User) -> None:
    wrong = sign_in(visitor, password="iets anders dan dat")
    unknown = sign_in(visitor, email="niemand@example.org")

    assert wrong.context["form"].errors == unknown.context["form"].errors
    assert "_auth_user_id" not in visitor.session
    assert set(AuditLogEntry.objects.filter(kind="refused").values_list("account", flat=True)) == {editor.pk, None}


def test_a_deactivated_account_gets_in_nowhere_and_learns_nothing(visitor: Client, editor: User) -> None:
    User.objects.filter(pk=editor.pk).update(is_active=False)

    assert sign_in(visitor).headers["Location"] == DOOR
    assert "_auth_user_id" not in visitor.session
    assert AuditLogEntry.objects.get(kind="refused").detail == "deactivated account"


def test_somebody_without_a_role_is_not_sent_around_in_a_circle(visitor: Client) -> None:
    User.objects.create_user("nieuw@example.org", PASSWORD)
    response = visitor.post(f"{DOOR}?next=/admin/", {"login": "nieuw@example.org", "password": PASSWORD}, follow=True)

    assert response.redirect_chain[-1][0] == "/nl/account/2fa/"
    assert "nog geen rol" in response.content.decode()


def test_after_five_guesses_even_the_right_password_waits(visitor: Client, editor: User) -> None:
    for number in range(5):
        sign_in(visitor, password=f"raden {number}")
    response = sign_in(visitor)

    assert "_auth_user_id" not in visitor.session
    assert response.status_code in (200, 429)
    assert AuditLogEntry.objects.filter(kind="refused", detail="too many attempts", account=editor.pk).exists()


def test_without_redis_the_database_counts_for_all_processes(visitor: Client, editor: User, settings: Any) -> None:
    settings.CACHES = configured_cache("", shared=True)
    for number in range(5):
        sign_in(visitor, password=f"raden {number}")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM portal_cache")
        assert cursor.fetchone()[0] >= 2
    sign_in(visitor)

    assert "_auth_user_id" not in visitor.session


def test_twenty_guesses_from_one_place_are_enough_for_all_accounts(visitor: Client, editor: User) -> None:
    for number in range(20):
        sign_in(visitor, email=f"iemand{number}@example.org")
    sign_in(visitor)

    assert "_auth_user_id" not in visitor.session
    sign_in(elsewhere := Client(REMOTE_ADDR="192.0.2.7", headers={"accept-language": "nl"}))
    assert "_auth_user_id" in elsewhere.session


def test_the_place_is_the_one_our_own_proxy_saw(visitor: Client, editor: User, settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(20):
        invented = Client(headers={"accept-language": "nl", "x-forwarded-for": f"203.0.113.{number}, 192.0.2.1"})
        sign_in(invented, email=f"iemand{number}@example.org")
    same, other = (
        Client(headers={"accept-language": "nl", "x-forwarded-for": ip}) for ip in ("192.0.2.1", "192.0.2.2")
    )
    sign_in(same)
    sign_in(other)

    assert "_auth_user_id" not in same.session
    assert "_auth_user_id" in other.session


def test_no_screen_of_the_admin_asks_for_a_password(visitor: Client, editor: User) -> None:
    User.objects.filter(pk=editor.pk).update(is_superuser=True)
    visitor.force_login(editor)

    for address in ("/admin/account/", "/admin/users/add/", f"/admin/users/edit/{editor.pk}/"):
        assert 'type="password"' not in visitor.get(address).content.decode(), address


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_door_works_without_script_and_is_not_for_search_engines(visitor: Client, language: str) -> None:
    response = visitor.get(f"/{language}/account/login/")

    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert 'content="noindex"' in response.content.decode()


@pytest.mark.parametrize("account", DEMO_ACCOUNTS, ids=lambda account: account.email)
def test_an_account_of_the_demo_gets_in_with_its_password(visitor: Client, account: DemoAccount) -> None:
    User.objects.create_user(account.email, account.password)

    assert sign_in(visitor, account.email, account.password).status_code == 302
    assert "_auth_user_id" in visitor.session
