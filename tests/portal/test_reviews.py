"""A page that is sent for review reaches the reviewers of that partner only, and comes back with an answer."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, TaskState
from wagtail.users.models import UserProfile

from news.models import NewsPage
from portal.core.models.users import User
from portal.partners.assignment import assign
from portal.partners.models import Partner
from portal.partners.provision import provision
from portal.partners.review_status import turn_of
from portal.partners.rights import Role
from tests.factories import House, make_editor, make_location, make_news

pytestmark = pytest.mark.django_db

Mails = Callable[..., Any]


def person(partner: Partner | None, role: Role, email: str, language: str = "") -> User:
    user = User.objects.create_user(email, "een-lang-wachtwoord", first_name=email.partition("@")[0].title())
    assign(user, partner, role)
    if language:
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    return user


def browser(user: User) -> Client:
    client = Client(headers={"accept-language": "nl"})
    client.force_login(user)
    return client


@pytest.fixture
def partner(school: Any) -> Partner:
    return school.represents


@pytest.fixture
def writer(partner: Partner) -> User:
    return person(partner, Role.AUTHOR, "sam@tien.example")


@pytest.fixture
def reviewer(partner: Partner) -> User:
    return person(partner, Role.EDITOR, "noor@tien.example")


def draft_of(writer: User, space: Page) -> NewsPage:
    page = NewsPage(title="Nieuw nieuws", slug="nieuw-nieuws", live=False, owner=writer, locale=space.locale)
    space.add_child(instance=page)
    page.save_revision(user=writer)
    return page


def send(page: Any, writer: User) -> TaskState:
    return page.get_workflow().start(page, writer).current_task_state


def decide(client: Client, page: Page, state: TaskState, action: str, **data: str) -> Any:
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return client.post(address, data, headers={"x-requested-with": "XMLHttpRequest"})


def addresses(mailbox: list[Any]) -> list[str]:
    return sorted(address for mail in mailbox for address in mail.to)


def test_only_that_partners_reviewers_get_the_mail(
    house: House,
    school: Any,
    partner: Partner,
    writer: User,
    reviewer: User,
    mailoutbox: list[Any],
    django_capture_on_commit_callbacks: Mails,
) -> None:
    other = make_location(house.locations, "nxt-doorn").represents
    for role in (Role.EDITOR, Role.AUTHOR, Role.TRANSLATOR):
        person(other, role, f"{role}@doorn.example")
    person(partner, Role.TRANSLATOR, "vertaler@tien.example")
    person(None, Role.CORE_EDITOR, "kern@huis.example")
    User.objects.create_superuser("techniek@huis.example", "een-lang-wachtwoord")
    gone = person(partner, Role.EDITOR, "weg@tien.example")
    User.objects.filter(pk=gone.pk).update(is_active=False)

    with django_capture_on_commit_callbacks(execute=True):
        send(draft_of(writer, school), writer)

    assert addresses(mailoutbox) == [reviewer.email]


def test_each_reads_the_mail_in_their_own_language_whatever_the_writer_reads(
    school: Any,
    partner: Partner,
    writer: User,
    mailoutbox: list[Any],
    django_capture_on_commit_callbacks: Mails,
) -> None:
    person(partner, Role.EDITOR, "noor@tien.example")
    person(partner, Role.EDITOR, "amy@tien.example", "en")

    with django_capture_on_commit_callbacks(execute=True), translation.override("en"):
        send(draft_of(writer, school), writer)

    subjects = {mail.to[0]: mail.subject for mail in mailoutbox}
    assert subjects == {
        "noor@tien.example": "Na te kijken: Nieuw nieuws",
        "amy@tien.example": "To look over: Nieuw nieuws",
    }


def test_the_mail_links_straight_to_what_changed(
    school: Any, writer: User, reviewer: User, mailoutbox: list[Any], django_capture_on_commit_callbacks: Mails
) -> None:
    page = make_news(school)
    page.title = "Ander nieuws"
    revision = page.save_revision(user=writer)

    with django_capture_on_commit_callbacks(execute=True):
        send(page, writer)

    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", revision.pk])
    assert address in mailoutbox[0].body
    assert "Ander nieuws" in browser(reviewer).get(address).content.decode()


def test_nothing_is_mailed_about_what_was_rolled_back(
    school: Any, writer: User, reviewer: User, mailoutbox: list[Any]
) -> None:
    send(draft_of(writer, school), writer)  # the transaction of the test is never committed

    assert mailoutbox == []


def test_an_approved_page_is_on_the_site_and_the_writer_hears_of_it(
    school: Any, writer: User, reviewer: User, mailoutbox: list[Any], django_capture_on_commit_callbacks: Mails
) -> None:
    page = draft_of(writer, school)
    state = send(page, writer)

    with django_capture_on_commit_callbacks(execute=True):
        decide(browser(reviewer), page, state, "approve")

    assert Page.objects.get(pk=page.pk).live
    assert addresses(mailoutbox) == [writer.email]
    assert mailoutbox[0].subject == "Goedgekeurd: Nieuw nieuws"


def test_a_return_without_a_reason_is_refused_in_words(school: Any, writer: User, reviewer: User) -> None:
    page = draft_of(writer, school)
    state = send(page, writer)

    answer = decide(browser(reviewer), page, state, "reject", comment="  ")

    assert "Schrijf op wat er anders moet" in answer.json()["html"]
    assert TaskState.objects.get(pk=state.pk).status == TaskState.STATUS_IN_PROGRESS


def test_a_forged_return_without_a_reason_changes_nothing(school: Any, writer: User, reviewer: User) -> None:
    page = draft_of(writer, school)
    state = send(page, writer)
    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, reviewer, "reject")

    assert TaskState.objects.get(pk=state.pk).status == TaskState.STATUS_IN_PROGRESS


def test_a_returned_page_says_why_to_the_writer_in_mail_and_in_the_form(
    school: Any, writer: User, reviewer: User, mailoutbox: list[Any], django_capture_on_commit_callbacks: Mails
) -> None:
    page = draft_of(writer, school)
    state = send(page, writer)

    with django_capture_on_commit_callbacks(execute=True):
        decide(browser(reviewer), page, state, "reject", comment="Noem de datum.")

    assert addresses(mailoutbox) == [writer.email]
    assert "Noem de datum." in mailoutbox[0].body
    form = browser(writer).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Jij bent aan zet. Noor gaf het terug: “Noem de datum.”" in form


def test_the_form_says_who_acts_next(school: Any, writer: User, reviewer: User) -> None:
    page = draft_of(writer, school)
    send(page, writer)

    for reader in (writer, reviewer):
        form = browser(reader).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert "Wacht op de redactie van Academie Tien." in form


def test_a_partner_without_formal_agreement_waits_for_whom_it_is_linked_to(house: House, school: Any) -> None:
    linked = make_location(house.locations, "x11-utrecht").represents
    linked.formality, linked.linked_to = "informeel", school.represents
    linked.save()
    provision(linked)
    writer = make_editor(linked, "authors")
    make_editor(school.represents)
    page = draft_of(writer, linked.spaces[0])
    send(page, writer)

    with translation.override("nl"):
        assert turn_of(page) == "Wacht op de redactie van Academie Tien."
