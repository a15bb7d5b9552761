"""A lab that is changed while it is being copied: what is copied is what is published, and nobody's work fails."""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from threading import Event
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from curriculum.models import LabEdition, LabPage, SchoolYear
from curriculum.rollover.carrying import carry_over
from curriculum.rollover.reading import LabReason, Rollover, read_rollover
from news.models import StoryPage
from tests.curriculum.test_rollover import LATER, TUESDAY, days, make_next_year
from tests.curriculum.test_rollover_races import draft_of
from tests.curriculum.test_rollover_screen import SCREEN, reader
from tests.factories import House, make_editor, make_lab, make_location, make_school_year, make_session, make_story
from tests.factories.house import find_house
from tests.permissions.forms import fields_of
from tests.race_plugin import together, until_somebody_waits

NEXT_TUESDAY = TUESDAY + timedelta(days=364)


@pytest.fixture(autouse=True)
def in_may() -> Any:
    """Look at it in May."""
    with time_machine.travel("2027-05-10 09:00 +0200", tick=False):
        yield


def two_labs(school: Any) -> Any:
    """Make the two school years, and two labs with a session; return the first lab."""
    make_school_year()
    make_next_year()
    for slug in ("een", "twee"):
        make_lab(school, slug, title=f"Lab {slug}", sessions=[make_session(TUESDAY)])
    return LabPage.objects.get(slug="een")


@pytest.fixture
def lab(school: Any) -> Any:
    """The first of two labs, and nobody else at work on it."""
    return two_labs(school)


@pytest.fixture
def committed_lab(committed_house: House) -> Any:
    """The first of two labs, seen by every connection."""
    return two_labs(make_location(committed_house.locations))


def table() -> Rollover:
    """What would be copied, as somebody reads it in the table."""
    return read_rollover(*SchoolYear.objects.prefetch_related("breaks", "cycle_starts__location"))


def copied(rollover: Rollover) -> dict[str, LabReason | None]:
    """Copy it, and return why what was not copied was not."""
    return {plan.lab.slug: plan.reason for plan in carry_over(rollover)}


def other_dates(lab: Any) -> None:
    """Publish the lab with its session a week later."""
    for row in lab.sessions.all():
        row.starts, row.ends = row.starts + timedelta(weeks=3), row.ends + timedelta(weeks=3)
        lab.sessions.add(row)
    lab.save_revision().publish()


def no_dates(lab: Any) -> None:
    """Publish the lab without sessions."""
    lab.sessions.clear()
    lab.save_revision().publish()


def elsewhere(lab: Any) -> None:
    """Move the lab to another location."""
    lab.move(make_location(find_house().locations, "nxt-doorn"), "last-child")


CHANGES: dict[str, Callable[[Any], Any]] = {
    "another date is published": other_dates,
    "its dates are taken away": no_dates,
    "it is taken offline": lambda lab: lab.unpublish(),
    "it is deleted": lambda lab: lab.delete(),
    "it is moved": elsewhere,
    "it is for some only": lambda lab: PageViewRestriction.objects.create(page=lab, restriction_type="login"),
    "its location is deleted": lambda lab: Page.objects.get(pk=lab.get_parent().pk).delete(),
}


@pytest.mark.django_db
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_of_a_lab_that_changes_between_table_and_copy_nothing_is_copied(lab: Any, change: Any) -> None:
    other = make_location(find_house().locations, "montessori")
    make_lab(other, "drie", sessions=[make_session(TUESDAY)])
    rollover = table()

    change(lab)

    told = copied(rollover)
    assert (told["een"], told["drie"]) == (LabReason.MEANWHILE, None)
    assert not LabPage.objects.filter(slug="een-2027-2028").exists()
    assert days(draft_of("drie")) == [NEXT_TUESDAY]


@pytest.mark.django_db
def test_the_next_time_the_other_date_is_copied(lab: Any) -> None:
    rollover = table()
    other_dates(lab)
    copied(rollover)

    assert copied(table()) == {"een": None}
    assert days(draft_of("een")) == [NEXT_TUESDAY + timedelta(weeks=3)]


@pytest.mark.django_db
def test_words_that_are_published_between_table_and_copy_come_along(lab: Any) -> None:
    rollover = table()
    lab.title, lab.body = "Beter", [("paragraph", "<p>Ook beter.</p>")]
    lab.save_revision().publish()

    assert copied(rollover) == {"een": None, "twee": None}
    draft = draft_of("een")
    assert (draft.title, draft.draft_title) == ("Beter", "Beter")
    assert "Ook beter." in str(draft.body)
    assert draft.get_latest_revision_as_object().title == "Beter"


@pytest.mark.django_db
def test_words_that_are_not_published_stay_where_they_are(lab: Any) -> None:
    lab.title = "Nog niet"
    lab.save_revision()

    assert copied(table()) == {"een": None, "twee": None}
    assert draft_of("een").get_latest_revision_as_object().title == "Lab een"


@pytest.mark.django_db
@pytest.mark.parametrize("is_saved", [True, False], ids=["saved", "deleted"])
def test_a_draft_that_is_worked_on_between_table_and_copy_gets_no_more_dates(lab: Any, is_saved: bool) -> None:
    copied(table())
    lab.sessions.add(make_session(LATER))
    lab.save_revision().publish()
    rollover = table()
    draft = draft_of("een")
    draft.title = "Mijn werk"
    _done = draft.save_revision() if is_saved else draft.delete()

    assert copied(rollover) == {"een": LabReason.MEANWHILE}
    if is_saved:
        assert draft_of("een").get_latest_revision_as_object().title == "Mijn werk"
        assert days(draft_of("een")) == [NEXT_TUESDAY]
        assert not LabEdition.objects.judged().get(old=lab).is_untouched


def meanwhile(held: Callable[[], Any], action: Callable[[], Any]) -> list[Any]:
    """Do something in a transaction that stays open until the other action waits for it, or is over."""
    begun, over = Event(), Event()

    def hold() -> Any:
        with transaction.atomic():
            result = held()
            begun.set()
            until_somebody_waits(over)
        return result

    def act() -> Any:
        begun.wait(timeout=20)
        try:
            return action()
        finally:
            over.set()

    return together(hold, act)


def copy(client: Client) -> Any:
    """Click on copy, and return what the screen says."""
    client.raise_request_exception = False
    answer = client.post(reverse(SCREEN), {"action": "copy"}, follow=True)
    assert answer.status_code == 200, answer
    return " ".join(answer.content.decode().split())


def test_copying_waits_for_nobody_who_is_publishing_a_lab(committed_lab: Any) -> None:
    client = reader(make_editor(committed_lab.partner))

    _held, said = meanwhile(lambda: other_dates(committed_lab), lambda: copy(client))

    assert "1 lab is gekopieerd." in said
    assert "omdat iemand op dat moment iets veranderde: Lab een. Kopieer opnieuw." in said
    assert [row.old.slug for row in LabEdition.objects.all()] == ["twee"]
    assert "1 lab is gekopieerd." in copy(client)
    assert days(draft_of("een")) == [NEXT_TUESDAY + timedelta(weeks=3)]


def test_a_page_that_is_made_beside_the_labs_at_that_moment_stands_there_too(committed_lab: Any) -> None:
    space = committed_lab.get_parent().specific
    client = reader(make_editor(committed_lab.partner))

    _held, said = meanwhile(lambda: make_story(space), lambda: copy(client))

    assert "2 labs zijn gekopieerd." in said
    assert StoryPage.objects.child_of(space).count() == 1
    assert Page.objects.get(pk=space.pk).numchild == 5
    assert len(set(Page.objects.child_of(space).values_list("path", flat=True))) == 5


def sent(client: Client, lab: Any, **changed: str) -> Callable[[], Any]:
    """Open the form of a lab, change something in it, and return the click on "publish"."""
    address = reverse("wagtailadmin_pages:edit", args=[lab.pk])
    form = fields_of(client.get(address).content.decode(), address)
    return lambda: client.post(address, {**form, **changed, "action-publish": "1"})


def command() -> str:
    """Copy with the command, and return what it prints."""
    told = StringIO()
    call_command("school_year_rollover", "--from", "2026", "--to", "2027", stdout=told, stderr=told)
    return told.getvalue()


def test_the_command_leaves_a_lab_of_which_somebody_sends_the_form_and_copies_it_the_next_time(
    committed_lab: Any,
) -> None:
    publish = sent(reader(make_editor(committed_lab.partner)), committed_lab, title="Beter")

    answer, told = meanwhile(publish, command)

    assert answer.status_code == 302, answer
    assert "Lab een: Niet gekopieerd: iemand veranderde dit lab op hetzelfde moment. Kopieer opnieuw." in told
    assert "copied 1 labs as drafts" in told
    assert [row.old.slug for row in LabEdition.objects.all()] == ["twee"]
    assert "copied 1 labs as drafts" in command()
    assert (draft_of("een").title, days(draft_of("een"))) == ("Beter", [NEXT_TUESDAY])


@pytest.mark.parametrize("road", ["screen", "command"])
def test_who_sends_the_form_of_a_lab_while_it_is_copied_keeps_every_word(committed_lab: Any, road: str) -> None:
    publish = sent(reader(make_editor(committed_lab.partner)), committed_lab, title="Beter")
    other = reader(make_editor(committed_lab.partner, email="noor@example.org"))

    _done, answer = meanwhile((lambda: copy(other)) if road == "screen" else command, publish)

    assert answer.status_code == 302, answer
    assert LabPage.objects.get(pk=committed_lab.pk).title == "Beter"
    assert (draft_of("een").title, days(draft_of("een"))) == ("Lab een", [NEXT_TUESDAY])
    assert LabEdition.objects.judged().get(old=committed_lab).is_untouched


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_who_deletes_a_lab_or_takes_it_offline_while_it_is_copied_is_heard(committed_lab: Any, action: str) -> None:
    client = reader(make_editor(committed_lab.partner))
    address = reverse(f"wagtailadmin_pages:{action}", args=[committed_lab.pk])

    done, answer = meanwhile(lambda: copied(table()), lambda: client.post(address))

    assert done == {"een": None, "twee": None}
    assert answer.status_code == 302, answer
    assert not LabPage.objects.live().filter(slug="een").exists()
    assert days(draft_of("een")) == [NEXT_TUESDAY]
    assert LabEdition.objects.filter(new=draft_of("een")).exists() == (action == "unpublish")


def test_two_people_who_copy_the_labs_of_a_partner_at_once_make_one_draft_of_each(committed_lab: Any) -> None:
    clients = [reader(make_editor(committed_lab.partner, email=f"{name}@example.org")) for name in ("noor", "sam")]

    said = together(*[lambda client=client: copy(client) for client in clients])

    assert all(isinstance(words, str) for words in said), said
    assert sum("2 labs zijn gekopieerd." in words for words in said) == 1
    assert sorted(LabPage.objects.filter(live=False).values_list("slug", flat=True)) == [
        "een-2027-2028",
        "twee-2027-2028",
    ]
    assert LabEdition.objects.count() == 2
    assert days(draft_of("een")) == [NEXT_TUESDAY]
