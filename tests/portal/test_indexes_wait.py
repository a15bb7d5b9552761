"""In tests Wagtail's indexes are written when they are read; nobody can read one that is behind."""

from typing import Any

import pytest
from django.db import transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, ReferenceIndex
from wagtail.search.models import IndexEntry

from home.models import StandardPage
from tests.factories import House, make_lab, make_standard, make_theme
from tests.index_plugin import waiting


def test_what_was_saved_is_indexed_before_the_first_look(house: House, school: Any) -> None:
    lab = make_lab(school, themes=[make_theme(house.themes)])
    assert all(waiting.saved.values())

    assert ReferenceIndex.get_references_for_object(lab).exists()
    assert lab.pk in [page.pk for page in Page.objects.search("lab", fields=["title"])]


def test_a_look_that_is_taken_back_is_taken_again(house: House, school: Any) -> None:
    lab = make_lab(school, themes=[make_theme(house.themes)])
    with transaction.atomic():
        assert ReferenceIndex.get_references_for_object(lab).exists()
        transaction.set_rollback(True)

    assert ReferenceIndex.get_references_for_object(lab).exists()


def test_what_went_away_meanwhile_is_in_no_index(house: House) -> None:
    page = make_standard(house.about)
    kept = page.pk
    page.delete()

    assert not ReferenceIndex.objects.filter(object_id=str(kept)).exists()
    assert not IndexEntry.objects.filter(object_id=str(kept)).exists()


def test_bringing_up_to_date_is_not_counted(house: House) -> None:
    make_standard(house.about)
    with CaptureQueriesContext(transaction.get_connection()) as counted:
        list(ReferenceIndex.objects.all())

    assert len(counted) == 1


@pytest.mark.django_db
def test_without_a_save_nothing_waits() -> None:
    assert not StandardPage.objects.exists()
    assert not any(waiting.saved.values())


def test_a_look_at_one_index_leaves_the_other_waiting(house: House) -> None:
    key = str(make_standard(house.about).pk)
    assert not ReferenceIndex.objects.filter(to_object_id=key).exists()

    unseen = transaction.get_connection().connection  # what is asked here, nothing looks at
    words = unseen.execute("SELECT count(*) FROM wagtailsearch_indexentry WHERE object_id = %s", [key])
    assert words.fetchone() == (0,)
    assert IndexEntry.objects.filter(object_id=key).exists()
