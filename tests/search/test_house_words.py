"""Words the house refuses lead to its own word's page first, with a notice, however they are written."""

from collections.abc import Iterator
from typing import Any

import pytest

from home.demo.data import read
from search.models import SynonymGroup
from search.models.synonyms import tidy
from tests.search.conftest import Searching
from tests.search.test_evaluation import corpus as corpus

pytestmark = pytest.mark.elasticsearch


def refused() -> Iterator[tuple[str, str, str]]:
    """Yield (language, form, key of the term) of every word the demo's glossary refuses or advises against."""
    glossary = read("glossary")
    for entry in [*glossary["refused"], *glossary["discouraged"]]:
        for form in entry["forms"]:
            yield "nl", form, entry["term"]
        for form in entry.get("forms_en", ()):
            yield "en", form, entry["term"]


def groups() -> Iterator[SynonymGroup]:
    """Yield the synonyms of the demo site as they are now, unsaved."""
    for language, entries in read("synonyms").items():
        for entry in entries:
            fields: dict[str, Any] = {"notice": entry.get("notice", False), "term": entry.get("term", "")}
            yield SynonymGroup(
                slug=entry["slug"], language=language, typed=tidy(entry["from"]), words=tidy(entry["to"]), **fields
            )


@pytest.fixture
def demo_synonyms(corpus: None) -> None:
    """The synonyms of the demo site as they are now."""
    SynonymGroup.objects.all().delete()
    SynonymGroup.objects.bulk_create(groups())


def test_every_group_of_the_demo_site_is_one_that_an_editor_may_save(db: None) -> None:
    for group in groups():
        group.full_clean()
        group.save()


@pytest.mark.parametrize("around", ["{}", "wat doet een {}"])
def test_every_refused_word_leads_to_the_page_of_the_house_term_first(
    demo_synonyms: None, searching: Searching, around: str
) -> None:
    wrong = []
    for language, form, term in refused():
        page = searching.find(around.format(form), language)
        first = (page.results[0].kind, page.results[0].key) if page.results else None
        if first != ("begrip", term) or not page.house_words:
            wrong.append((language, form, first, page.house_words))
    assert wrong == []


def test_the_fallback_does_the_same(demo_synonyms: None, searching: Searching, without_elasticsearch: None) -> None:
    wrong = []
    for language, form, term in refused():
        page = searching.find(form, language)
        assert page.degraded
        if not page.results or page.results[0].key != term or not page.house_words:
            wrong.append((language, form))
    assert wrong == []


@pytest.mark.parametrize("typed", ["school opleider", "School-Opleiders", "schoolopleidr"])
def test_a_refused_word_is_recognised_apart_hyphened_and_mistyped(
    demo_synonyms: None, searching: Searching, typed: str
) -> None:
    page = searching.find(typed)
    assert page.results[0].key == "opleiders"
    assert page.house_words[0].words == ("opleiders",)


def test_words_apart_that_only_look_like_it_are_left_alone(demo_synonyms: None, searching: Searching) -> None:
    assert searching.find("school en opleider").house_words == ()
    assert searching.find("opleiding school").house_words == ()
