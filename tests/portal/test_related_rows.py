"""Rows that point at one thing: made in one place, and read in the language of the page they hang on."""

from typing import Any

import pytest
from django.apps import apps
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from curriculum.models import LabPage, LabPartner, LabTheme
from portal.core.models.related import RelatedRow
from tests.factories import House, in_english, make_lab, make_partner, make_theme

pytestmark = pytest.mark.django_db


def points_at_one_thing(model: Any) -> bool:
    """Whether a row holds nothing but its owner, its place and a foreign key."""
    fields = {field for field in model._meta.concrete_fields if field.name not in ("id", "sort_order")}
    owners = {field for field in fields if isinstance(field, ParentalKey)}
    return issubclass(model, Orderable) and len(owners) == 1 and all(field.many_to_one for field in fields - owners)


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

    assert LabTheme.targets_of(lab) == themes
    assert [page.pk for page in LabTheme.targets_of(in_english(lab))] == [english.pk, themes[1].pk]


def test_what_went_offline_is_named_nowhere(house: House, school: Any) -> None:
    theme = make_theme(house.themes, "feedback", title="Elkaar feedback geven")
    lab = make_lab(school, themes=[theme])
    assert "Elkaar feedback geven" in lab.search_document().related

    theme.unpublish()

    assert "Elkaar feedback geven" not in LabPage.objects.get(pk=lab.pk).search_document().related


def test_what_has_no_language_is_read_as_it_is(school: Any) -> None:
    partner = make_partner("unic")
    lab = make_lab(school)
    lab.offered_with = [LabPartner(partner=partner)]

    assert LabPartner.targets_of(lab) == [partner]
    assert str(lab.offered_with.first()) == str(partner)
