"""Mail goes out by the worker, waits when it cannot, and the core team sees what did not go."""

import time
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from bin.embedded.system import free_port
from portal.accounts.models import Invitation
from portal.core.mail import backend
from portal.core.mail.models import OutgoingMail
from portal.core.models.users import User
from portal.management.commands.mail_worker import Command, worker_of_mail
from portal.partners.assignment import assign
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from tests.portal.mail_servers import mail_server, silent_server

pytestmark = pytest.mark.django_db

SCREEN = "/admin/mail/"
INVITED = {"email": "noor@example.org", "role": "core-editor", "language": "nl"}


@pytest.fixture(autouse=True)
def queued(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Mail as in production; nobody listens until a test says who does."""
    # The worker gives up connections as between requests; the one of a test holds its transaction.
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None)
    settings.EMAIL_BACKEND = backend.QUEUE
    settings.MAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_USE_TLS, settings.EMAIL_TIMEOUT = False, 0.5
    return settings


@pytest.fixture
def admin(client: Client) -> Client:
    """The first administrator, signed in."""
    provision_core_team()
    user = User.objects.create_user("kern@example.org")
    assign(user, None, Role.CORE_ADMIN)
    client.force_login(user)
    return client


def work() -> None:
    """Let the worker do what is due now."""
    call_command("mail_worker", once=True, verbosity=0)


def test_a_mail_goes_out_by_the_worker_whole_and_is_then_forgotten(queued: Any) -> None:
    message = mail.EmailMultiAlternatives(
        "Één bericht", "Dag Noor,\n.punt", "Huis <huis@example.org>", ["n@example.org"]
    )
    message.attach_alternative("<p>Dag Noor</p>", "text/html")
    message.attach("rooster.txt", "maandag", "text/plain")
    message.bcc = ["stil@example.org"]
    with mail_server() as server:
        queued.EMAIL_PORT = server.server_address[1]
        assert message.send() == 1
        assert not server.taken
        assert not backend.trouble()
        work()
        (taken,) = server.taken
    assert "Subject: =?utf-8?" in taken
    assert "<p>Dag Noor</p>" in taken
    assert "rooster.txt" in taken
    assert "stil@" not in taken
    assert not OutgoingMail.objects.exists()


def test_a_mail_that_cannot_go_waits_longer_each_time_is_one_message_and_is_given_up_in_the_end(queued: Any) -> None:
    mail.send_mail("Onderwerp", "Tekst", None, ["n@example.org"])
    written = bytes(OutgoingMail.objects.get().message)
    waits: list[Any] = []
    for _attempt in range(20):
        row = OutgoingMail.objects.get()
        if row.next_attempt is None:
            break
        with time_machine.travel(row.next_attempt + timedelta(seconds=1), tick=False):
            work()
            row.refresh_from_db()
            waits.append(row.next_attempt and row.next_attempt - timezone.now())
    assert waits[:-1] == sorted(waits[:-1])
    assert timedelta(hours=20) < sum(waits[:-1], timedelta()) < timedelta(days=2)
    assert row.next_attempt is None
    assert "refused" in row.problem.lower()
    assert bytes(row.message) == written
    assert b"Message-ID" in written


@pytest.mark.parametrize(("answer", "again"), [("550 geen postbus", False), ("451 later", True)])
def test_who_does_not_exist_is_not_tried_again_and_who_is_busy_is(queued: Any, answer: str, again: bool) -> None:
    mail.send_mail("Onderwerp", "Tekst", None, ["n@example.org"])
    with mail_server() as server:
        queued.EMAIL_PORT, server.refuses = server.server_address[1], answer
        work()
    row = OutgoingMail.objects.get()
    assert (row.problem, row.next_attempt is not None) == (answer, again)


def test_a_mail_server_that_says_nothing_holds_neither_the_worker_nor_a_screen(queued: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(backend.direct, "__defaults__", (0.5,))
    with silent_server() as port:
        queued.EMAIL_PORT = port
        start = time.monotonic()
        mail.send_mail("Onderwerp", "Tekst", None, ["n@example.org"])
        assert time.monotonic() - start < 0.4
        assert backend.trouble()
        work()
        with pytest.raises(OSError, match="timed out"):
            mail.send_mail("Nu", "Tekst", None, ["n@example.org"], connection=backend.direct())
        assert time.monotonic() - start < 5
    assert "timed out" in OutgoingMail.objects.get().problem


def test_an_invitation_is_kept_the_screen_says_at_once_that_its_mail_waits_and_the_core_team_sends_it_later(
    admin: Client, queued: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = admin.post("/admin/uitnodigingen/", INVITED, follow=True)
    assert answer.status_code == 200
    assert "er gaat nu geen mail uit" in answer.content.decode()
    assert Invitation.objects.open().count() == 1
    work()

    assert "Mail die niet is verstuurd" in admin.get("/admin/").content.decode()
    shown = admin.get(SCREEN).content.decode()
    assert "noor@example.org" in shown
    assert "refused" in shown
    row = OutgoingMail.objects.get()
    assert bytes(row.message).decode().split("/account/")[1][:30] not in shown

    with mail_server() as server:
        queued.EMAIL_PORT = server.server_address[1]
        admin.post(f"{SCREEN}{row.pk}/opnieuw/")
        work()
        assert len(server.taken) == 1
    assert "Alle mail is verstuurd" in admin.get(SCREEN).content.decode()
    assert "Mail die niet is verstuurd" not in admin.get("/admin/").content.decode()


def test_what_was_lost_with_a_worker_is_taken_up_by_the_next_and_old_failures_are_forgotten(queued: Any) -> None:
    for name in ("lost", "old"):
        mail.send_mail(name, "Tekst", None, ["n@example.org"])
    DBTaskResult.objects.all().delete()
    before = timezone.now() - timedelta(days=15)
    OutgoingMail.objects.filter(subject="lost").update(next_attempt=timezone.now() - timedelta(minutes=6))
    OutgoingMail.objects.filter(subject="old").update(next_attempt=None, kept_at=before)
    with mail_server() as server:
        queued.EMAIL_PORT = server.server_address[1]
        work()
        assert [text for text in server.taken if "Subject: lost" in text]
        assert len(server.taken) == 1
    assert not OutgoingMail.objects.exists()
    call_command("mail_worker", once=True, verbosity=0)


def test_a_mail_can_be_thrown_away_and_only_by_post(admin: Client) -> None:
    mail.send_mail("Weg", "Tekst", None, ["n@example.org"])
    address = f"{SCREEN}{OutgoingMail.objects.get().pk}/weg/"
    assert admin.get(address).status_code == 405
    assert admin.post(address).headers["Location"] == SCREEN
    assert not OutgoingMail.objects.exists()
    work()


def test_a_worker_that_stays_takes_up_what_a_killed_one_lost_though_the_clock_goes_back(queued: Any) -> None:
    mail.send_mail("lost", "Tekst", None, ["n@example.org"])
    DBTaskResult.objects.update(status="RUNNING")  # as a worker leaves it that is killed while it sends
    command, worker = Command(), worker_of_mail()
    with mail_server() as server:
        queued.EMAIL_PORT = server.server_address[1]
        command.turn(worker)
        assert not server.taken
        with time_machine.travel(timezone.now() + timedelta(minutes=6)):
            command.turn(worker)
            assert not server.taken
            command.next_look = 0.0
            command.turn(worker)
    assert len(server.taken) == 1


def test_a_mail_that_was_put_off_while_the_clock_was_ahead_is_tried_again_afterwards(queued: Any) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        mail.send_mail("later", "Tekst", None, ["n@example.org"])
        work()
    with mail_server() as server:
        queued.EMAIL_PORT = server.server_address[1]
        work()
        assert len(server.taken) == 1
        with time_machine.travel(timezone.now() + timedelta(days=1, minutes=5)):
            work()
        assert len(server.taken) == 1
