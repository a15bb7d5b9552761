"""The audit log: added to, never changed, forgotten after a year."""

from datetime import timedelta
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from portal.accounts.models import AuditLogEntry, Invitation
from portal.core.models.users import User
from portal.editorial.guest_review import GuestReview
from tests.signin.conftest import invited

pytestmark = pytest.mark.django_db


def event(days_ago: int = 0) -> AuditLogEntry:
    """Keep an event that happened so long ago."""
    return AuditLogEntry.objects.create(kind="refused", at=timezone.now() - timedelta(days=days_ago))


def test_an_event_is_not_changed_through_the_model() -> None:
    kept = event()
    kept.kind = "login"

    with pytest.raises(TypeError):
        kept.save()
    with pytest.raises(TypeError):
        AuditLogEntry.objects.update(kind="login")


@pytest.mark.parametrize(
    "statement", ["UPDATE portal_auditlogentry SET kind = 'login'", "DELETE FROM portal_auditlogentry"]
)
def test_an_event_is_not_changed_in_the_database_either(statement: str) -> None:
    event(days_ago=300)

    with pytest.raises(DatabaseError, match="kept for a year"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert AuditLogEntry.objects.get().kind == "refused"


def test_after_a_year_it_is_forgotten_and_so_are_old_invitations_and_guest_reviews() -> None:
    event(days_ago=366)
    event(days_ago=364)
    invited("oud@example.org")
    invited("nieuw@example.org")
    Invitation.objects.filter(email="oud@example.org").update(expires=timezone.now() - timedelta(days=31))

    for reviewer, days in (("Oud", 366), ("Nieuw", 364)):
        GuestReview.objects.create(reviewer=reviewer, expires_at=timezone.now() - timedelta(days=days))

    call_command("purge_signin", stdout=(said := StringIO()))

    assert said.getvalue().strip() == "1 events, 1 invitations and 1 guest reviews deleted"
    assert GuestReview.objects.get().reviewer == "Nieuw"
    assert (AuditLogEntry.objects.count(), Invitation.objects.get().email) == (1, "nieuw@example.org")


def test_an_event_holds_no_words_about_a_person() -> None:
    texts = {
        field.name
        for field in AuditLogEntry._meta.get_fields()
        if field.get_internal_type() in ("CharField", "TextField")
    }

    assert texts == {"kind", "subject_hash", "detail"}


def test_who_lost_everything_begins_again(visitor: Client, editor: User) -> None:
    Authenticator.objects.create(user=editor, type=Authenticator.Type.TOTP, data={"secret": "x"})
    visitor.force_login(editor)

    call_command("signin_reset", "Redactie@example.org", stdout=StringIO())

    assert visitor.get("/admin/").status_code == 302
    assert not Authenticator.objects.exists()
    assert not User.objects.get().has_usable_password()
    assert User.objects.get().groups.exists()
    with pytest.raises(CommandError):
        call_command("signin_reset", "niemand@example.org")
