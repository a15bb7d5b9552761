"""Child rows that come along, and lists in the reader's language, in a few queries."""

from datetime import date
from typing import Any

import pytest
from wagtail.models import Locale

from curriculum.models import LabPage, SchoolYear
from locations.models import LocationPage, LocationUnit
from portal.core.models.pages import PageSector
from portal.core.reading import for_reader
from tests.factories import House, in_english, make_lab, make_location, make_school_year, make_session

pytestmark = pytest.mark.django_db


def test_rows_that_come_along_equal_the_rows_of_the_database(
    house: House, school: Any, django_assert_num_queries: Any
) -> None:
    sessions = [make_session(date(2026, 12, day), room=f"lokaal {day}", location=school) for day in (8, 1)]
    lab = make_lab(school, sessions=sessions, places=[school])
    stored = list(lab.sessions.all())

    (found,) = for_reader(LabPage.objects.filter(pk=lab.pk), school.locale, "sessions", "places")
    with django_assert_num_queries(0):
        rows = list(found.sessions.all())
        places = [row.location_id for row in found.places.all()]

    fields = [field.attname for field in type(rows[0])._meta.concrete_fields]
    assert [[getattr(row, name) for name in fields] for row in rows] == [
        [getattr(row, name) for name in fields] for row in stored
    ]
    assert places == [school.pk]


def test_the_rows_of_a_snippet_come_along_too(house: House, django_assert_num_queries: Any) -> None:
    make_school_year()

    with django_assert_num_queries(3):
        (year,) = SchoolYear.objects.prefetch_related("breaks", "cycle_starts")
        names = [row.name for row in year.breaks.all()]
        starts = [row.starts for row in year.cycle_starts.all()]

    assert names == ["Herfstvakantie", "Kerstvakantie"]
    assert starts == [date(2026, 8, 31)]


def test_a_list_for_an_english_reader_costs_three_queries_whatever_its_length(
    house: House, django_assert_num_queries: Any
) -> None:
    pages: list[Any] = [make_location(house.locations, f"school-{n}", town=f"Plaats {n}") for n in range(5)]
    for page in pages:
        page.sectors = [PageSector(code="po")]
        page.save()
    for page in pages[:3]:
        in_english(page, title=f"English {page.slug}")
    english = Locale.objects.get(language_code="en")

    with django_assert_num_queries(3):
        shown = for_reader(LocationPage.objects.in_street_order(), english, "sectors")
        facts = [(page.facts.town, page.partner.slug, page.locale.language_code, page.sector_codes) for page in shown]

    assert [page.title for page in shown] == [
        "English school-0", "English school-1", "English school-2", "School-3".replace("-", " "), "School 4",
    ]  # fmt: skip
    assert facts == [(f"Plaats {n}", f"school-{n}", "en" if n < 3 else "nl", ["po"]) for n in range(5)]


def test_a_translated_page_in_a_list_is_a_whole_page(house: House, school: Any) -> None:
    school.units = [LocationUnit(name="Onderbouw", age_from=10, age_to=15, locale=school.locale)]
    school.save_revision().publish()
    text = in_english(LocationPage.objects.get(pk=school.pk), title="In English")
    english = Locale.objects.get(language_code="en")

    (shown,) = for_reader(LocationPage.objects.all(), english)

    assert shown == text
    assert shown.get_url() == text.get_url()
    assert shown.first_published_at == text.first_published_at
    assert list(shown.body) == list(text.body)
    assert [row.name for row in shown.units.all()] == ["Onderbouw"]
    assert shown.characteristics == text.characteristics


def test_what_is_not_public_is_in_no_list(house: House, school: Any) -> None:
    english = in_english(school)
    english.unpublish()

    (shown,) = for_reader(LocationPage.objects.all(), english.locale)
    assert shown == school

    school.unpublish()
    assert for_reader(LocationPage.objects.all(), english.locale) == []
