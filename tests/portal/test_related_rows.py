"""Rows that point at one thing: made in one place, and read in the language of the page they hang on."""

from typing import Any

import pytest
from django.apps import apps
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, PageViewRestriction

from curriculum.models import LabLocation, LabPage, LabPartner, LabTheme
from portal.core.models.related import RelatedRow, targets_of
from tests.factories import House, in_english, make_lab, make_partner, make_theme

pytestmark = pytest.mark.django_db


def points_at_one_thing(model: Any) -> bool:
    """Whether a row holds nothing but its owner, its place and a foreign key."""
    fields = {field for field in model._meta.concrete_fields if field.name not in ("id", "sort_order")}
    owners = {field for field in fields if isinstance(field, ParentalKey)}
    return issubclass(model, Orderable) and len(owners) == 1 and all(field.many_to_one for field in fields - owners)


def keys(found: list[list[Any]]) -> list[list[int]]:
    """Return things by their keys."""
    return [[thing.pk for thing in things] for things in found]


def test_every_row_that_points_at_one_thing_is_made_in_one_place() -> None:
    found = [
        model for model in apps.get_models() if model.__module__.split(".")[0] in ("curriculum", "news", "locations")
    ]
    rows = [model for model in found if points_at_one_thing(model)]

    assert len(rows) >= 16
    assert [model.__name__ for model in rows if not issubclass(model, RelatedRow)] == []


def test_what_rows_point_at_is_read_in_the_language_of_the_page(house: House, school: Any) -> None:
    themes = [make_theme(house.themes, slug) for slug in ("feedback", "observeren")]
    lab = make_lab(school, themes=themes)
    in_english(house.themes)
    english = in_english(themes[0])
    in_english(school)

    assert keys(targets_of(lab, LabTheme)) == [[theme.pk for theme in themes]]
    assert keys(targets_of(in_english(lab), LabTheme)) == [[english.pk, themes[1].pk]]


def test_what_went_offline_is_named_nowhere(house: House, school: Any) -> None:
    theme = make_theme(house.themes, "feedback", title="Elkaar feedback geven")
    lab = make_lab(school, themes=[theme])
    assert "Elkaar feedback geven" in lab.search_document().related

    theme.unpublish()

    assert "Elkaar feedback geven" not in LabPage.objects.get(pk=lab.pk).search_document().related


def test_what_is_not_for_everybody_is_named_nowhere(house: House, school: Any) -> None:
    theme = make_theme(house.themes, "feedback")
    lab = make_lab(school, themes=[theme])

    PageViewRestriction.objects.create(page=house.themes, restriction_type=PageViewRestriction.LOGIN)

    assert targets_of(lab, LabTheme) == [[]]


def test_one_more_thing_costs_no_query_more(house: House, school: Any, django_assert_max_num_queries: Any) -> None:
    in_english(house.themes)
    themes = [make_theme(house.themes, f"thema-{number}") for number in range(5)]
    for theme in themes:
        in_english(theme)
    lab = make_lab(school, themes=themes, places=[school])
    in_english(school)
    english = in_english(lab)

    assert english.locale.language_code == "en"
    with django_assert_max_num_queries(6):
        shown_themes, places, partners = targets_of(english, LabTheme, LabLocation, LabPartner)
        facts = {page.facts.locale.language_code for page in [*shown_themes, *places]}

    assert (len(shown_themes), len(places), partners, facts) == (5, 1, [], {"nl"})


def test_what_has_no_language_is_read_as_it_is(school: Any) -> None:
    partner = make_partner("unic")
    lab = make_lab(school)
    lab.offered_with = [LabPartner(partner=partner)]

    assert targets_of(lab, LabPartner, LabTheme) == [[partner], []]
    assert str(lab.offered_with.first()) == str(partner)
