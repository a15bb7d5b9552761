"""How people search for a page: an editor writes a phrase a line, and each language has its own."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.admin.panels import get_edit_handler
from wagtail_localize.models import StringTranslation

from curriculum.models import LabPage
from home.models import GlossaryTerm
from portal.core.models.phrases import FIELD, LONGEST, MOST, Findable
from portal.core.models.users import User
from portal.core.page_types import page_types
from portal.core.translations.unfinished import translation_of, would_add_dutch
from search.documents import document_models
from tests.factories import House, make_lab
from tests.factories.content import dutch
from tests.kept import kept
from tests.portal.translating import browser_of, change, chief_in_two_languages, english, publish, submit, translate

pytestmark = pytest.mark.django_db


def checked(text: str) -> str:
    """The phrases as they are kept once a term with them is checked."""
    term = GlossaryTerm(locale=dutch(), slug="lab", term="Lab", definition="Samen leren.", search_phrases=text)
    term.full_clean()
    return term.search_phrases


def test_phrases_are_kept_without_surplus_spaces_empty_lines_and_repeats(house: House) -> None:
    assert checked("  stage \r\n\r\nhoe  kan ik\tmeedoen\nStage\n") == "stage\nhoe kan ik meedoen"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\n".join(f"zin {number}" for number in range(MOST + 1)), f"hoogstens {MOST} regels"),
        ("kort\n" + "lang " * LONGEST, "is te lang"),
    ],
)
def test_too_many_phrases_and_one_that_is_a_pasted_text_are_refused_at_the_field(
    house: House, text: str, told: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        checked(text)
    assert list(refused.value.message_dict) == [FIELD]
    assert told in refused.value.message_dict[FIELD][0]


def test_words_the_house_refuses_are_welcome(house: House) -> None:
    assert checked("werkplekbegeleider") == "werkplekbegeleider"


def test_everything_that_visitors_find_has_the_field_in_its_form(house: House) -> None:
    for model in [*page_types(), *document_models()]:
        assert issubclass(model, Findable)
        assert FIELD in get_edit_handler(model).get_form_class().base_fields, model


@kept
def lab(house: House, school: Any) -> LabPage:
    """A lab that is live in two languages, of which the Dutch page has phrases since."""
    core = browser_of(chief_in_two_languages(house, school))
    page = make_lab(school, "coachen", title="Coachen", summary="Vragen stellen")
    submit(page)
    translate(page)
    publish(core, page)
    change(page, search_phrases="goede vragen\ncoachend lesgeven")
    return page


@pytest.fixture
def core(house: House, school: Any, lab: LabPage) -> Client:
    """The browser of somebody who may do everything."""
    return browser_of(User.objects.filter(is_superuser=True).get())


def test_phrases_that_nobody_translated_hold_nothing_up_and_stay_off_the_other_page(core: Client, lab: LabPage) -> None:
    translation = translation_of(english(lab))
    assert translation is not None
    assert would_add_dutch(translation) == set()

    assert "Not published" not in publish(core, lab)

    page = english(lab)
    assert (page.search_phrases, page.holds_dutch) == ("", False)


def test_another_language_has_more_or_fewer_phrases_and_keeps_them(core: Client, lab: LabPage) -> None:
    translate(lab, "asking well<br/>coaching pupils<br/>what do I ask\nlast one of")
    publish(core, lab)
    own = "asking well\ncoaching pupils\nwhat do I ask\nlast one of goede vragen\ncoachend lesgeven"
    assert english(lab).search_phrases == own

    change(lab, search_phrases="iets anders")
    publish(core, lab)
    assert english(lab).search_phrases == own

    change(lab, search_phrases="")
    publish(core, lab)
    assert english(lab).search_phrases == own


def test_the_translation_screen_offers_the_phrases(core: Client, lab: LabPage) -> None:
    page = english(lab)

    answer = core.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert "goede vragen" in answer.content.decode()
    assert StringTranslation.objects.filter(context__path=FIELD).count() == 0
