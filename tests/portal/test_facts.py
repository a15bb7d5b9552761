"""Facts live on the Dutch page and are the same in every language."""

from datetime import date
from typing import Any

import pytest
from wagtail.models import Locale

from curriculum.models import LabSession
from portal.core.reading import localized
from tests.factories import House, in_english, make_lab, make_session, make_theme

pytestmark = pytest.mark.django_db


def test_an_english_lab_reads_its_sessions_from_the_dutch_page(house: House, school: Any) -> None:
    lab = make_lab(school, sessions=[make_session(date(2026, 12, 1)), make_session(date(2026, 12, 8))])
    english = in_english(lab)

    assert english.facts == lab
    assert [row.uid for row in english.facts.sessions.all()] == [row.uid for row in lab.sessions.all()]
    assert LabSession.objects.filter(page=english).count() == 0


def test_a_lab_in_two_languages_lists_each_public_session_once(house: House, school: Any) -> None:
    lab = make_lab(school, sessions=[make_session(date(2026, 12, 1))])
    in_english(lab)

    assert LabSession.objects.public().count() == 1


def test_relations_resolve_to_the_language_of_the_page_with_one_query(
    house: House, school: Any, django_assert_num_queries: Any
) -> None:
    themes = [make_theme(house.themes, slug) for slug in ("pedagogiek", "didactiek", "onderwijsontwerp")]
    for theme in themes[:2]:
        in_english(theme, title=f"English {theme.slug}")
    english = Locale.objects.get(language_code="en")

    with django_assert_num_queries(1):
        resolved = localized(themes, english)

    assert [page.title for page in resolved] == ["English pedagogiek", "English didactiek", "Onderwijsontwerp"]


def test_unpublishing_the_dutch_page_takes_its_translation_offline(house: House, school: Any) -> None:
    lab = make_lab(school)
    english = in_english(lab)

    lab.unpublish()
    english.refresh_from_db()

    assert not english.live
