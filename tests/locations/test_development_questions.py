"""From a development question to the locations that fit it, each question under an address of its own."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from tests.factories import (
    House,
    in_english,
)
from tests.locations.conftest import Read

pytestmark = pytest.mark.django_db
WRONG_KEY = "Een andere vraag hierboven heeft deze korte naam al. Kies een andere."


def test_a_question_has_an_address_of_its_own_in_both_languages(house: House, street: list[Any], read: Read) -> None:
    answers = [{"location": location, "reason": f"Reden {number}."} for number, location in enumerate(street)]
    asked = {"key": "past-po", "question": "Past het po bij mij?", "answers": answers}
    house.locations.questions.append(("question", asked))
    house.locations.save_revision().publish()
    in_english(house.locations)

    listed = read("/nl/locaties/").select_one("section[aria-labelledby=questions] h3 a")
    page = read(listed["href"])

    assert listed["href"] == "/nl/locaties/ontwikkelvraag/past-po/"
    assert page.h1.get_text(strip=True) == "Past het po bij mij?"
    assert [item.p.get_text(strip=True) for item in page.select("li.loc")] == ["Reden 0.", "Reden 1."]
    assert page.select("main a[href$='?locatie=academie-tien&locatie=nxt-doorn']")
    assert [link["href"] for link in page.select(".lang a")] == ["/en/locaties/question/past-po/"]
    read("/nl/locaties/ontwikkelvraag/nergens/", status=404)


def ask(page: Any, **words: str) -> None:
    """Add a question without answers to a list of locations."""
    page.questions.append(("question", {"answers": [], **words}))
    page.save_revision().publish()


def test_the_language_switch_of_a_question_leads_to_it_whatever_its_key_is_there(
    house: House, client: Client, read: Read
) -> None:
    ask(house.locations, question="Past het po bij mij?", key="past-po")
    english = in_english(house.locations)
    english.questions[0].value["key"] = ""
    english.save_revision().publish()
    kept_under = str(english.questions[0].id)[:8]

    (link,) = read("/nl/locaties/ontwikkelvraag/past-po/").select(".lang a")
    there = client.get(str(link["href"]))
    (back,) = read(there["Location"]).select(".lang a")

    assert (there.status_code, there["Location"]) == (302, f"/en/locaties/question/{kept_under}/")
    assert client.get(str(back["href"]))["Location"] == "/nl/locaties/ontwikkelvraag/past-po/"


def test_the_language_switch_of_a_question_that_the_other_language_lacks_leads_to_the_list(
    house: House, client: Client, read: Read
) -> None:
    english = in_english(house.locations)
    ask(house.locations, question="Past het po bij mij?", key="past-po")

    (link,) = read("/nl/locaties/ontwikkelvraag/past-po/").select(".lang a")
    answer = client.get(str(link["href"]))

    assert (answer.status_code, answer["Location"]) == (302, english.get_url())


def test_two_questions_may_not_share_an_address(house: House, admin_user: Any, client: Client) -> None:
    keys = ("past-po", "past-vo", "past-po")
    asked = [("question", {"question": "Past het?", "key": key, "answers": streamfield([])}) for key in keys]
    sections = {"questions": streamfield(asked), "body": streamfield([]), "sectors": inline_formset([])}
    form = nested_form_data({"title": "Locaties", "slug": "locaties", "summary": "Alle.", **sections})
    client.force_login(admin_user)

    answer = client.post(
        reverse("wagtailadmin_pages:edit", args=[house.locations.pk]), {**form, "action-publish": "on"}
    )

    (wrong,) = answer.context["form"].errors.as_data()["questions"]
    assert list(wrong.block_errors) == [2]
    assert wrong.block_errors[2].block_errors["key"].messages == [WRONG_KEY]
    assert WRONG_KEY in answer.content.decode()
    assert len(house.locations.get_latest_revision_as_object().questions) == 0
