"""Somebody without an account reads exactly one draft through a link, answers once, and gets no further."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.editorial.guest_review import GuestReview
from portal.partners.assignment import assign
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from tests.factories import House, make_editor, make_lab, make_news

pytestmark = pytest.mark.django_db

PRIVATE = {"Cache-Control": "no-store, private", "Referrer-Policy": "no-referrer"}


@pytest.fixture
def asker(db: Any) -> User:
    provision_core_team()
    user = User.objects.create_user("kern@huis.example", "een-lang-wachtwoord", first_name="Kim")
    assign(user, None, Role.CORE_EDITOR)
    return user


@pytest.fixture
def page(school: Any) -> Any:
    """A live page with a newer draft."""
    page = make_news(school, "open-dag", title="Open dag", summary="Zoals het was.")
    page.title, page.summary = "Open dag op 3 maart", "Een geheim concept."
    page.save_revision()
    return PortalPage.objects.get(pk=page.pk).specific


@pytest.fixture
def review(page: Any, asker: User) -> GuestReview:
    return GuestReview.objects.create(
        page=page,
        revision=page.latest_revision,
        asked_by=asker,
        reviewer="Opleider van de HU",
        expires_at=timezone.now() + timedelta(days=14),
    )


@pytest.fixture
def guest() -> Iterator[Client]:
    """A browser of somebody without an account; it never gets a cookie."""
    client = Client(enforce_csrf_checks=True)
    yield client
    assert not client.cookies


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_guest_reads_exactly_the_draft_of_the_link(review: GuestReview, guest: Client) -> None:
    answer = guest.get(review.address)

    assert review.address.startswith("/nl/meelezen/")
    assert "Open dag op 3 maart" in text(answer)
    assert "Een geheim concept." in text(answer)
    assert {name: answer[name] for name in PRIVATE} == PRIVATE
    assert "noindex" in answer["X-Robots-Tag"]
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_the_draft_is_nowhere_else(review: GuestReview, page: Any, guest: Client) -> None:
    guest.get(review.address)

    for address in (page.url, "/sitemap.xml", "/nl/zoeken/?q=concept", "/nl/"):
        assert "geheim concept" not in text(guest.get(address)).lower()
    assert guest.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 302


def test_an_approval_lands_in_the_history_and_in_the_mail_of_who_asked(
    review: GuestReview,
    page: Any,
    asker: User,
    guest: Client,
    mailoutbox: list[Any],
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = guest.post(review.address, {"name": "Jo de Wit", "decision": "approved"})

    assert answer.status_code == 200
    entry = PageLogEntry.objects.get(page=page.pk, action="portal.guest_review")
    assert (entry.data["name"], entry.data["decision"]) == ("Jo de Wit", "approved")
    assert [mail.to for mail in mailoutbox] == [[asker.email]]
    assert "Jo de Wit" in mailoutbox[0].body
    client = Client(headers={"accept-language": "nl"})
    client.force_login(asker)
    history = text(client.get(reverse("wagtailadmin_pages:history", args=[page.pk])))
    assert "Jo de Wit las mee en vond het goed" in history


def test_a_return_needs_a_reason_and_every_answer_a_name(review: GuestReview, guest: Client) -> None:
    without_reason = guest.post(review.address, {"name": "Jo", "decision": "returned"})
    without_name = guest.post(review.address, {"decision": "approved"})

    assert "Schrijf op wat er anders moet" in text(without_reason)
    assert "Schrijf je naam bij je antwoord" in text(without_name)
    assert GuestReview.objects.get(pk=review.pk).decision == ""

    guest.post(review.address, {"name": "Jo", "decision": "returned", "reason": "De datum klopt niet."})
    assert GuestReview.objects.get(pk=review.pk).reason == "De datum klopt niet."


def test_a_used_link_says_so_and_takes_no_second_answer(review: GuestReview, guest: Client) -> None:
    guest.post(review.address, {"name": "Jo", "decision": "approved"})

    again = guest.post(review.address, {"name": "Mo", "decision": "returned", "reason": "Toch niet."})

    assert again.status_code == 410
    assert "Een link werkt één keer" in text(again)
    assert GuestReview.objects.get(pk=review.pk).decided_by == "Jo"


def test_an_expired_link_says_so(review: GuestReview, guest: Client) -> None:
    with time_machine.travel(review.expires_at + timedelta(seconds=1)):
        answer = guest.get(review.address)

    assert answer.status_code == 410
    assert "De tijd om te antwoorden is voorbij" in text(answer)
    assert "geheim" not in text(answer)


def test_a_link_to_an_older_version_says_so(review: GuestReview, page: Any, guest: Client) -> None:
    page.save_revision()

    answer = guest.get(review.address)

    assert answer.status_code == 410
    assert "nadat deze link is gemaakt" in text(answer)


def test_a_link_to_a_removed_page_says_so(review: GuestReview, page: Any, guest: Client) -> None:
    address = review.address
    page.delete()

    answer = guest.get(address)

    assert answer.status_code == 410
    assert "De pagina is verwijderd" in text(answer)


@pytest.mark.parametrize("change", [lambda token: token[:-1] + "-", lambda token: "x" + token, lambda token: "1:2:3"])
def test_a_changed_link_leads_nowhere(review: GuestReview, guest: Client, change: Any) -> None:
    address = reverse("guest_review", args=[change(review.token)])

    assert guest.get(address).status_code == 404
    assert guest.post(address, {"name": "Jo", "decision": "approved"}).status_code == 404


def test_a_guest_of_a_lab_does_not_read_what_is_still_missing(school: Any, asker: User, guest: Client) -> None:
    lab = make_lab(school)
    review = GuestReview.objects.create(
        page=lab, revision=lab.latest_revision, reviewer="Jo", expires_at=timezone.now() + timedelta(days=1)
    )

    assert 'id="missing"' not in text(guest.get(review.address))


def test_the_core_team_makes_a_link_and_a_partner_cannot(house: House, school: Any, page: Any, asker: User) -> None:
    address = reverse("guest_reviews", args=[page.pk])
    core, partner = Client(), Client()
    core.force_login(asker)
    partner.force_login(make_editor(school.represents))
    form = {"reviewer": "Opleider", "days": "7"}

    assert partner.post(address, form).status_code == 302
    assert not GuestReview.objects.exists()
    assert core.post(address, form).status_code == 302

    made = GuestReview.objects.get()
    assert (made.revision_id, made.asked_by) == (page.latest_revision_id, asker)
    with time_machine.travel(timezone.now(), tick=False):  # a link holds the second in which it was written
        assert made.address in text(core.get(address))
    assert address in text(core.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    assert address not in text(partner.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
