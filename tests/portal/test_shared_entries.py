"""A central list says one thing in both languages: what is no text is kept once, for every list there is."""

import re
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import translation
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Locale, TranslatableMixin
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.fields import SynchronizedField, get_translatable_fields

from curriculum.models import SchoolBreak
from portal.core.models.facts import SharedFacts, TranslatedRow
from portal.core.translations.snippets import SharedSnippetForm
from tests.factories import House
from tests.portal.test_half_translated import MAKE

pytestmark = pytest.mark.django_db

MODELS = get_snippet_models()
TRANSLATED = [model for model in MODELS if issubclass(model, TranslatableMixin)]


def facts_of(model: Any) -> list[str]:
    """The fields of a list that are no text, and are not only about the entry itself."""
    fields = [model._meta.get_field(name) for name in model.shared_fields]
    return [field.name for field in fields if field.concrete]


def other(field: Any, value: Any) -> Any:
    """A value of a field that is not the one it has."""
    if isinstance(field, ArrayField):
        choices = [key for key, _label in field.base_field.choices or (("anders", ""),)]
        return [key for key in choices if key not in value][:1]
    if field.choices:
        return next(key for key, _label in field.choices if key != value)
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.DateField):
        return date(2031, 5, 1)
    if isinstance(field, (models.IntegerField, models.DecimalField)):
        return (value or 0) + 7
    assert isinstance(field, (models.CharField, models.TextField)), field
    return "iets-anders"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_list_is_kept_once_or_shares_what_is_no_text(model: Any) -> None:
    if model not in TRANSLATED:
        assert not [field for field in model._meta.get_fields() if field.name in ("locale", "translation_key")]
        return
    assert issubclass(model, SharedFacts)
    assert issubclass(model.base_form_class, SharedSnippetForm)
    copied = [field for field in get_translatable_fields(model) if isinstance(field, SynchronizedField)]
    assert [field.field_name for field in copied] == []
    assert model._meta.model_name in MAKE, "say how to make one, so that its facts are tested"


@pytest.mark.parametrize("model", TRANSLATED, ids=lambda model: model.__name__)
def test_a_fact_that_changes_in_dutch_changes_in_english(house: House, model: Any) -> None:
    entry = MAKE[model._meta.model_name]()
    copy = entry.copy_for_translation(Locale.objects.get(language_code="en"))
    copy.save()
    told = {name: other(model._meta.get_field(name), getattr(entry, name)) for name in facts_of(model)}
    for name, value in told.items():
        setattr(entry, name, value)
    entry.save()
    read = model.objects.get(pk=copy.pk)
    assert {name: getattr(read, name) for name in told} == told
    assert {name: getattr(read.facts, name) for name in told} == told


@pytest.mark.parametrize("model", TRANSLATED, ids=lambda model: model.__name__)
def test_rows_of_an_entry_stand_on_the_dutch_one_or_are_told_in_each_language(model: Any) -> None:
    for relation in get_all_child_relations(model) if issubclass(model, ClusterableModel) else ():
        shared = relation.get_accessor_name() in model.shared_fields
        assert shared or issubclass(relation.related_model, TranslatedRow), relation.get_accessor_name()


def named_twice() -> list[Any]:
    """The models beside translated ones that name something in two fields."""
    return [model for model in apps.get_models() if any(re.search("_en$", f.name) for f in model._meta.fields)]


@pytest.mark.parametrize("model", named_twice(), ids=lambda model: model.__name__)
def test_what_is_named_in_two_fields_has_one_of_everything_else(model: Any) -> None:
    assert not issubclass(model, TranslatableMixin)
    for field in model._meta.fields:
        if field.name.endswith("_en"):
            dutch = model._meta.get_field(field.name.removesuffix("_en"))
            assert field.blank, "without an English name the Dutch one is read"
            assert type(dutch) is type(field)


def test_a_holiday_without_an_english_name_has_its_dutch_one() -> None:
    with translation.override("en"):
        assert SchoolBreak(name="Herfstvakantie").local_name == "Herfstvakantie"
        assert SchoolBreak(name="Herfstvakantie", name_en="Autumn holiday").local_name == "Autumn holiday"
