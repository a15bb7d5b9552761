"""Copying, undoing and accepting a school year while others are at work: no work is lost, nothing is made twice."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connections
from django.db.models.signals import pre_delete
from django.test import Client
from django.urls import reverse
from wagtail.models import ReferenceIndex

from curriculum.models import LabEdition, LabPage, SchoolYear
from curriculum.rollover.carrying import undo, untouched
from news.models import StoryLab
from portal.core.locks import Lock
from tests.curriculum.test_rollover import TUESDAY, make_next_year
from tests.curriculum.test_rollover_screen import SCREEN, of_the_core_team, reader
from tests.factories import make_editor, make_lab, make_school_year, make_session, make_story

pytestmark = pytest.mark.django_db

YEAR = "2027-2028"


@pytest.fixture(autouse=True)
def in_may() -> Any:
    """Look at it in May."""
    with time_machine.travel("2027-05-10 09:00 +0200", tick=False):
        yield


@pytest.fixture
def client_of_school(school: Any) -> Client:
    """The browser of an editor who has copied two labs, `een` and `twee`."""
    make_school_year()
    make_next_year()
    for slug in ("een", "twee"):
        make_lab(school, slug, sessions=[make_session(TUESDAY)])
    client = reader(make_editor(school.represents))
    client.post(reverse(SCREEN), {"action": "copy"})
    return client


@pytest.fixture
def other() -> Iterator[Any]:
    """Another connection with the same database."""
    other = connections["default"].copy()
    yield other
    other.close()


def draft_of(slug: str) -> Any:
    """Return the draft that was made of a lab."""
    return LabPage.objects.get(slug=f"{slug}-{YEAR}")


def is_free(connection: Any) -> bool:
    """Whether another connection may start."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [Lock.NEW_YEAR])
        return bool(cursor.fetchone()[0])


def test_a_draft_that_is_saved_while_others_are_deleted_stays(client_of_school: Client) -> None:
    first, second = (edition.new for edition in untouched(YEAR))

    def save_the_other(instance: Any, **kwargs: Any) -> None:
        if instance.pk == first.pk:
            LabPage.objects.get(pk=second.pk).save_revision()

    pre_delete.connect(save_the_other, sender=LabPage)
    try:
        assert undo(YEAR) == 1
    finally:
        pre_delete.disconnect(save_the_other, sender=LabPage)

    assert LabPage.objects.filter(live=False).get() == second


def test_a_draft_that_a_story_tells_about_counts_as_touched(school: Any, client_of_school: Client) -> None:
    story = make_story(school, labs=[StoryLab(lab=draft_of("een"))])

    client_of_school.post(reverse(SCREEN), {"action": "undo"})

    assert LabPage.objects.filter(live=False).get() == draft_of("een")
    assert story.labs.model.objects.filter(page=story.pk).exists()


def test_a_draft_that_a_text_links_to_counts_as_touched(school: Any, client_of_school: Client) -> None:
    text = f'<p><a linktype="page" id="{draft_of("een").pk}">Straks</a></p>'
    story = make_story(school, body=[{"type": "paragraph", "value": text}])
    ReferenceIndex.create_or_update_for_object(story)

    client_of_school.post(reverse(SCREEN), {"action": "undo"})

    assert LabPage.objects.filter(live=False).get() == draft_of("een")


def test_the_button_counts_only_what_one_may_delete(client_of_school: Client) -> None:
    stranger = make_editor(draft_of("een").partner, "authors")
    stranger.groups.clear()

    assert len(untouched(YEAR)) == 2
    assert untouched(YEAR, user=stranger) == []
    assert "Maak ongedaan: 2 concepten" in client_of_school.get(reverse(SCREEN)).content.decode()


def test_a_lab_that_is_not_valid_is_told_in_the_table_and_may_be_tried_again(school: Any) -> None:
    make_school_year()
    make_next_year()
    for slug in ("een", "twee"):
        make_lab(school, slug, title=f"Lab {slug}", sessions=[make_session(TUESDAY)])
    LabPage.objects.filter(slug="een").update(title="")
    client = reader(make_editor(school.represents))

    told = client.post(reverse(SCREEN), {"action": "copy"}, follow=True).content.decode()

    assert "Deze labs zijn niet gekopieerd, omdat er iets niet klopt: een." in told
    assert "Niet gekopieerd: er klopt iets niet in dit lab." in told
    assert draft_of("twee")
    LabPage.objects.filter(slug="een").update(title="Lab een")
    again = client.post(reverse(SCREEN), {"action": "copy"}, follow=True).content.decode()
    assert "Niet gekopieerd" not in again
    assert draft_of("een")


def test_a_proposed_year_that_is_not_valid_is_told_and_not_kept(school: Any) -> None:
    year = make_school_year()
    SchoolYear.objects.filter(pk=year.pk).update(ends=date(2027, 9, 30))
    client = reader(of_the_core_team(school))

    told = client.post(reverse(SCREEN), {"action": "accept"}, follow=True)

    assert told.status_code == 200
    assert "Deze dag hoort al bij schooljaar" in told.content.decode()
    assert SchoolYear.objects.count() == 1


def test_the_lock_is_kept_until_others_can_see_what_was_copied(client_of_school: Client, other: Any) -> None:
    assert LabEdition.objects.count() == 2
    assert not is_free(other)


@pytest.mark.parametrize("action", ["copy", "undo", "accept"])
def test_nothing_happens_while_somebody_else_is_at_work(school: Any, other: Any, action: str) -> None:
    year = make_school_year()
    if action != "accept":
        make_next_year()
        lab = make_lab(school, "een", sessions=[make_session(TUESDAY)])
    if action == "undo":
        draft: Any = make_lab(school, "een-nu")
        LabPage.objects.filter(pk=draft.pk).update(live=False, first_published_at=None)
        made = {"new": draft, "old_year": year.slug, "new_year": YEAR, "made_as": draft.latest_revision_id}
        LabEdition.objects.create(old=lab, **made)
        assert untouched(YEAR)
    client = reader(of_the_core_team(school))
    before = LabPage.objects.count(), SchoolYear.objects.count()
    assert is_free(other)

    told = client.post(reverse(SCREEN), {"action": action}, follow=True).content.decode()

    assert "Iemand anders is nu bezig met een schooljaar." in told
    assert (LabPage.objects.count(), SchoolYear.objects.count()) == before


def test_the_command_does_nothing_either_while_somebody_else_is_at_work(school: Any, other: Any) -> None:
    make_school_year()
    make_next_year()
    make_lab(school, "een", sessions=[make_session(TUESDAY)])
    assert is_free(other)

    with pytest.raises(CommandError, match="Somebody else"):
        call_command("school_year_rollover", "--from", "2026", "--to", "2027")

    assert LabPage.objects.count() == 1
