"""An account begins with an invitation: who may send one, what the link does, and that it does it once."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.utils import timezone

from portal.accounts.models import AuditLogEntry, Invitation
from portal.core.models.users import User
from portal.partners.assignment import assign
from portal.partners.models import Partner
from portal.partners.provision import provision
from portal.partners.rights import Role
from portal.partners.roles import roles_of
from tests.factories import make_partner
from tests.signin.conftest import DOOR, PASSWORD, Browser, invited

pytestmark = pytest.mark.django_db

SCREEN = "/admin/uitnodigingen/"
FORM = {"email": "Noor@Example.org", "role": "author", "language": "nl"}
ANSWER = {"first_name": "Noor", "last_name": "de Vries", "password": "vier woorden zonder verband"}


@pytest.fixture
def partner(db: Any) -> Partner:
    return provision(make_partner("academie-tien", formality="formeel"))


@pytest.fixture
def admin(editor: User) -> User:
    assign(editor, None, Role.CORE_ADMIN)
    return editor


def link_in(message: Any) -> str:
    """Return the address in a mail, without the site."""
    found = re.search(r"https?://[^/\s]+(/\S+)", message.body)
    assert found
    return found.group(1)


def send(client: Client, django_capture_on_commit_callbacks: Any, **form: Any) -> Any:
    """Send an invitation by the screen."""
    with django_capture_on_commit_callbacks(execute=True):
        return client.post(SCREEN, {**FORM, **form})


def accept(client: Client, address: str, **answer: Any) -> Any:
    """Open a link and answer the form."""
    client.get(address)
    return client.post("/nl/account/invitation/", {**ANSWER, **answer})


def test_from_invitation_to_the_first_screen(
    visitor: Client, admin: User, partner: Partner, django_capture_on_commit_callbacks: Any
) -> None:
    visitor.force_login(admin)
    response = send(visitor, django_capture_on_commit_callbacks, partner=partner.pk)
    assert response.headers["Location"] == SCREEN
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["noor@example.org"], "Je bent uitgenodigd voor het Opleidingshuis")
    assert "Academie Tien" in message.body or partner.name in message.body

    noor = Client(headers={"accept-language": "nl"})
    opened = noor.get(link_in(message))
    assert opened.headers["Location"] == "/nl/account/invitation/"
    assert "noor@example.org" in noor.get("/nl/account/invitation/").content.decode()
    assert noor.post("/nl/account/invitation/", ANSWER).headers["Location"] == "/admin/"

    user = User.objects.get(email="noor@example.org")
    assert (user.first_name, roles_of(user)) == ("Noor", [(partner, Role.AUTHOR)])
    assert noor.get("/admin/").status_code == 200
    assert Client().login(email="noor@example.org", password=ANSWER["password"])


def test_the_mail_is_in_the_language_of_who_is_invited(
    visitor: Client, admin: User, partner: Partner, django_capture_on_commit_callbacks: Any
) -> None:
    visitor.force_login(admin)
    send(visitor, django_capture_on_commit_callbacks, partner=partner.pk, language="en")

    assert mail.outbox[0].subject == "You are invited to the Opleidingshuis"
    assert link_in(mail.outbox[0]).startswith("/en/account/invitation/")


def test_only_a_hash_of_the_link_is_kept(
    visitor: Client, admin: User, partner: Partner, django_capture_on_commit_callbacks: Any
) -> None:
    visitor.force_login(admin)
    send(visitor, django_capture_on_commit_callbacks, partner=partner.pk)
    token = link_in(mail.outbox[0]).rstrip("/").rpartition("/")[2]

    assert not any(token in str(value) for value in Invitation.objects.values_list().get())


def test_a_new_invitation_ends_the_earlier_one(
    visitor: Client, admin: User, partner: Partner, django_capture_on_commit_callbacks: Any
) -> None:
    visitor.force_login(admin)
    for _time in range(2):
        send(visitor, django_capture_on_commit_callbacks, partner=partner.pk)

    first, second = (link_in(message) for message in mail.outbox)
    assert Client().get(first).status_code == 410
    assert Client().get(second).status_code == 302


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"role": "author"}, "partner"),
        ({"role": "core-admin", "with_partner": True}, "role"),
        ({"role": "superuser"}, "role"),
        ({"role": "joining", "with_partner": True}, "role"),
        ({"email": "geen adres", "with_partner": True}, "email"),
        ({"email": "a@example.org\nbcc: b@example.org", "with_partner": True}, "email"),
    ],
)
def test_an_invitation_that_does_not_fit_is_not_sent(
    visitor: Client,
    admin: User,
    partner: Partner,
    form: dict[str, Any],
    field: str,
    django_capture_on_commit_callbacks: Any,
) -> None:
    visitor.force_login(admin)
    at = {"partner": partner.pk} if form.pop("with_partner", False) else {}
    response = send(visitor, django_capture_on_commit_callbacks, **at, **form)

    assert field in response.context["form"].errors
    assert not mail.outbox
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR, Role.CORE_EDITOR, None])
def test_nobody_else_invites(visitor: Client, partner: Partner, admin: User, role: Role | None) -> None:
    user = User.objects.create_user("ander@example.org")
    if role:
        assign(user, None if role is Role.CORE_EDITOR else partner, role)
    visitor.force_login(user)
    address = invited()
    pending = Invitation.objects.get()

    assert visitor.get(SCREEN).status_code == 302
    assert visitor.post(SCREEN, {**FORM, "partner": partner.pk}).status_code == 302
    assert visitor.post(f"{SCREEN}{pending.pk}/intrekken/").status_code == 302
    assert not mail.outbox
    assert Invitation.objects.get().expires == pending.expires
    assert Client().get(address).status_code == 302


def test_an_invitation_can_be_withdrawn(visitor: Client, admin: User) -> None:
    address = invited()
    visitor.force_login(admin)
    visitor.post(f"{SCREEN}{Invitation.objects.get().pk}/intrekken/")

    assert Client().get(address).status_code == 410


def test_a_link_that_is_used_is_over(visitor: Client, admin: User) -> None:
    address = invited()
    accept(visitor, address)

    assert accept(Client(), address, password="een heel ander wachtwoord").status_code == 410
    assert Client().login(email="noor@example.org", password=ANSWER["password"])


def test_of_two_who_opened_the_link_one_is_too_late(visitor: Client, admin: User) -> None:
    address, other = invited(), Client()
    other.get(address)
    accept(visitor, address)

    assert other.post("/nl/account/invitation/", {**ANSWER, "password": "een heel ander wachtwoord"}).status_code == 410
    assert User.objects.filter(email="noor@example.org").count() == 1


def test_a_link_is_over_after_a_week_also_when_it_was_opened_in_time(visitor: Client, admin: User) -> None:
    address = invited()
    visitor.get(address)
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert visitor.post("/nl/account/invitation/", ANSWER).status_code == 410
        assert Client().get(address).status_code == 410
    assert not User.objects.filter(email="noor@example.org").exists()


@pytest.mark.parametrize("token", ["", "a", "%00", "../../admin", "x" * 500])
def test_an_invented_link_opens_nothing(visitor: Client, token: str) -> None:
    assert visitor.get(f"/nl/account/invitation/{token}/").status_code in (302, 404, 410)
    assert visitor.post("/nl/account/invitation/", ANSWER).status_code == 410
    assert not User.objects.exists()


@pytest.mark.parametrize("password", ["kort", "wachtwoord", "password1234", "noor@example.org", ""])
def test_a_password_that_is_easy_to_guess_is_refused(visitor: Client, admin: User, password: str) -> None:
    response = accept(visitor, invited(), password=password)

    assert "password" in response.context["form"].errors
    assert not User.objects.filter(email="noor@example.org").exists()


def test_an_invitation_gives_a_known_account_a_role_beside_its_others(
    visitor: Client, admin: User, partner: Partner
) -> None:
    user = User.objects.create_user("noor@example.org", PASSWORD)
    assign(user, partner, Role.AUTHOR)
    accept(visitor, invited(role=Role.CORE_EDITOR))

    assert roles_of(User.objects.get(pk=user.pk)) == [(None, Role.CORE_EDITOR), (partner, Role.AUTHOR)]
    assert visitor.session["_auth_user_id"] == str(user.pk)


def test_a_new_password_ends_the_sessions_with_the_old_one(visitor: Client, admin: User) -> None:
    user, elsewhere = User.objects.create_user("noor@example.org", PASSWORD), Client()
    elsewhere.force_login(user)
    accept(visitor, invited())

    assert elsewhere.get("/admin/").status_code == 302
    assert visitor.get("/admin/").status_code == 200


@pytest.mark.parametrize("state", [{"is_active": False}, {"is_superuser": True}])
def test_a_link_does_not_open_a_closed_account(visitor: Client, admin: User, state: dict[str, bool]) -> None:
    User.objects.create_user("noor@example.org", PASSWORD, **state)
    response = accept(visitor, invited())

    assert response.status_code == 410
    assert "_auth_user_id" not in visitor.session
    assert User.objects.get(email="noor@example.org").check_password(PASSWORD)
    assert not User.objects.get(email="noor@example.org").groups.exists()


def test_who_is_signed_in_as_somebody_else_ends_up_as_who_is_invited(visitor: Client, admin: User) -> None:
    visitor.force_login(admin)
    accept(visitor, invited())

    assert visitor.session["_auth_user_id"] == str(User.objects.get(email="noor@example.org").pk)


def test_an_account_cannot_be_made_in_any_other_way(browser: Browser, admin: User) -> None:
    form = {"email": "x@example.org", "password1": PASSWORD, "first_name": "x"}
    for address in ("signup/", "3rdparty/signup/", "2fa/webauthn/signup/", "social/signup/"):
        assert browser.client.post(f"/nl/account/{address}", form).headers["Location"] == DOOR
    assert User.objects.count() == 1


def test_what_happened_is_on_record(visitor: Client, admin: User, partner: Partner) -> None:
    visitor.force_login(admin)
    visitor.post(SCREEN, {**FORM, "role": "core-editor"})
    accept(Client(), invited())
    user = User.objects.get(email="noor@example.org")

    assert AuditLogEntry.objects.get(kind="invited").actor == admin.pk
    assert set(AuditLogEntry.objects.filter(account=user.pk).values_list("kind", "detail")) == {
        ("role", "+ Kernredactie"),
        ("accepted", "core-editor"),
        ("login", "password"),
    }


def test_a_role_is_on_record_from_whichever_side_it_was_given_or_taken(editor: User) -> None:
    group = Group.objects.get(name="Kernredactie")
    editor.groups.clear()
    group.user_set.add(editor)
    group.user_set.clear()
    editor.groups.set([group])
    editor.groups.remove(group)

    kept = AuditLogEntry.objects.filter(kind="role", account=editor.pk).order_by("pk").values_list("detail", flat=True)
    assert [detail.partition(" ")[0] for detail in kept] == ["+", "-", "+", "-", "+", "-"]


def test_a_translator_is_invited_for_one_language(
    visitor: Client, admin: User, partner: Partner, django_capture_on_commit_callbacks: Any
) -> None:
    visitor.force_login(admin)
    asked = {"partner": partner.pk, "only_into": "en"}
    assert send(visitor, django_capture_on_commit_callbacks, **asked, role=Role.AUTHOR.value).status_code == 200
    assert mail.outbox == []
    send(visitor, django_capture_on_commit_callbacks, **asked, role=Role.TRANSLATOR.value)

    noor = Client(headers={"accept-language": "nl"})
    noor.get(link_in(mail.outbox[0]))
    assert noor.post("/nl/account/invitation/", ANSWER).headers["Location"] == "/admin/"
    user = User.objects.get(email="noor@example.org")
    assert roles_of(user) == [(partner, Role.TRANSLATOR)]
    assert [row.locale.language_code for row in partner.language_groups.filter(group__in=user.groups.all())] == ["en"]
