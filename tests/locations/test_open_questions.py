"""The board of open questions, and what happens to a question that is answered."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from locations.models import (
    LocationContact,
    LocationQuestion,
    OpenQuestionsPage,
    PartnerContact,
    PartnerQuestion,
)
from tests.budgets import MOST, queries
from tests.factories import (
    House,
    in_english,
    make_editor,
    make_location,
    make_partner,
    make_partner_page,
    publish_below,
)
from tests.locations.conftest import Read

pytestmark = pytest.mark.django_db
BOARD = "/nl/over-het-opleidingshuis/wat-we-nog-niet-weten/"
ASKED = date(2026, 9, 1)


@pytest.fixture
def board(house: House) -> Any:
    page = OpenQuestionsPage(title="Wat we nog niet weten", slug="wat-we-nog-niet-weten", content_key="bord")
    return publish_below(house.about, page)


def ask(space: Any, *rows: Any) -> Any:
    """Give a location or partner questions and somebody who answers them."""
    contact = LocationContact if isinstance(rows[0], LocationQuestion) else PartnerContact
    space.contacts = [contact(task="kennismaken", role="Team opleiden", email="team@school.example")]
    space.questions = list(rows)
    for row in rows:
        row.locale = space.locale
    space.save()
    space.save_revision().publish()
    return space


def about_school(question: str, **fields: Any) -> LocationQuestion:
    return LocationQuestion(**{"question": question, "task": "kennismaken", "asked_on": ASKED, **fields})


def about_partner(question: str, **fields: Any) -> PartnerQuestion:
    return PartnerQuestion(**{"question": question, "task": "kennismaken", "asked_on": ASKED, **fields})


def test_each_open_question_stands_on_the_board_with_its_day_and_who_answers(
    board: Any, school: Any, institute: Any, read: Read
) -> None:
    ask(school, about_school("Hoe oud zijn de leerlingen?"), about_school("Wie geven er labs?", task="labs"))
    ask(institute, about_partner("Sinds wanneer doen jullie mee?"))

    page = read(BOARD)

    assert [heading.get_text() for heading in page.select("main h2")] == [school.title, institute.title]
    first, second, third = page.select("main .onward > li")
    assert first.h3.get_text() == "Hoe oud zijn de leerlingen?"
    assert first.time["datetime"] == "2026-09-01"
    assert "Team opleiden" in first.get_text()
    assert second.a["href"] == "/nl/contact/"
    assert third.a["href"].startswith(f"/nl/contact/{institute.content_key}/?taak=kennismaken&vraag=")


def test_asking_an_open_question_opens_the_form_with_its_words(board: Any, school: Any, read: Read) -> None:
    ask(school, about_school("Hoe oud zijn de leerlingen?"))

    form = read(read(BOARD).select_one("main .onward a")["href"])
    unknown = read(f"/nl/contact/{school.content_key}/?vraag=Koop+dit")

    assert form.select_one("textarea").get_text().strip() == "Hoe oud zijn de leerlingen?"
    assert form.select_one("select option[selected]")["value"] == "kennismaken"
    assert unknown.select_one("textarea").get_text().strip() == ""
    assert mail.outbox == []


def test_an_answered_question_moves_from_the_board_to_the_page_it_is_about(board: Any, school: Any, read: Read) -> None:
    answer = {"answer": "Van 10 tot 18 jaar.", "answered_on": date(2026, 9, 8)}
    ask(school, about_school("Hoe oud zijn de leerlingen?", **answer), about_school("Welke groep komt hier?"))

    page = read(school.get_url())
    section = page.select_one("section[aria-labelledby=asked]")

    assert "Hoe oud" not in read(BOARD).main.get_text()
    assert section.h3.get_text() == "Hoe oud zijn de leerlingen?"
    assert "Van 10 tot 18 jaar." in section.get_text()
    assert page.main.select(f"a[href='{BOARD}#{school.content_key}']")
    assert "Van 10 tot 18 jaar." in str(school.search_document().body)
    assert board.search_document().headings == ("Welke groep komt hier?",)


def test_an_answer_of_a_partner_stands_on_the_page_of_the_partner(board: Any, institute: Any, read: Read) -> None:
    ask(institute, about_partner("Sinds wanneer?", answer="Vanaf het begin.", answered_on=date(2026, 9, 8)))

    assert "Vanaf het begin." in read(institute.get_url()).select_one("section[aria-labelledby=asked]").get_text()
    assert "Er staat nu geen vraag open." in read(BOARD).main.get_text()


def test_the_english_board_marks_what_is_not_translated(board: Any, school: Any, read: Read) -> None:
    ask(school, about_school("Hoe oud zijn de leerlingen?"))
    english = in_english(board, title="What we do not know yet")
    assert read(english.get_url()).select_one("main .onward h3").get("lang") == "nl"

    translated = in_english(school, title="Academie Tien")
    row = translated.questions.get()
    row.question = "How old are the pupils?"
    row.save()

    heading = read(english.get_url()).select_one("main .onward h3")
    assert (heading.get_text(), heading.get("lang")) == ("How old are the pupils?", None)


def test_an_answer_that_nobody_translated_is_read_in_dutch(school: Any, read: Read) -> None:
    ask(school, about_school("Hoe oud zijn de leerlingen?"))
    english = in_english(school, title="Academie Tien")
    english.questions.update(question="How old are the pupils?")
    ask_again = {"answer": "Van 10 tot 18 jaar.", "answered_on": date(2026, 9, 8)}
    school.questions.update(**ask_again)

    section = read(english.get_url()).select_one("section[aria-labelledby=asked]")

    assert (section.h3.get_text(), section.h3.get("lang")) == ("Hoe oud zijn de leerlingen?", "nl")
    assert (section.p.get_text(), section.p.get("lang")) == ("Van 10 tot 18 jaar.", "nl")
    assert "Van 10 tot 18 jaar." in str(english.search_document().body)


def test_the_english_board_marks_who_answers_as_dutch(board: Any, school: Any, read: Read) -> None:
    ask(school, about_school("Hoe oud zijn de leerlingen?"))
    item = read(in_english(board).get_url()).select_one("main .onward li")

    assert [mark.get_text() for mark in item.select("p > span[lang=nl]")] == ["Team opleiden"]
    assert "Team opleiden answers it." in item.get_text()
    assert item.a.select_one("[lang=nl]").get_text() == "Hoe oud zijn de leerlingen?"


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"answer": "Ja."}, "answered_on"),
        ({"answered_on": date(2026, 9, 8)}, "answer"),
        ({"answer": "Ja.", "answered_on": date(2026, 8, 1)}, "answered_on"),
        ({"asked_on": timezone.localdate() + timedelta(days=2)}, "asked_on"),
    ],
)
def test_a_question_and_its_answer_belong_together(fields: dict[str, Any], wrong: str) -> None:
    with pytest.raises(ValidationError) as refused:
        about_school("Waarom?", **fields).clean()

    assert set(refused.value.message_dict) == {wrong}


def test_the_board_costs_as_much_with_five_places_as_with_two(board: Any, house: House, client: Client) -> None:
    english = in_english(board)

    def grow(numbers: range) -> list[list[str]]:
        for number in numbers:
            place = ask(make_location(house.locations, f"school-{number}"), about_school("Hoe oud?"))
            partner = make_partner(f"mbo-{number}", kind="mbo")
            ask(
                make_partner_page(house.partnership, f"mbo-{number}", represents=partner),
                about_partner("Sinds wanneer?"),
                about_partner("Met wie?"),
            )
            if number % 2:
                in_english(place)
        return [queries(client, page.get_url()) for page in (board, english)]

    few, many = grow(range(2)), grow(range(2, 5))

    assert [len(found) for found in few] == [len(found) for found in many], "\n".join(many[1])
    assert max(len(found) for found in many) <= MOST, "\n".join(many[1])


def test_an_editor_writes_questions_of_the_own_space_and_touches_no_other(
    school: Any, institute: Any, client: Client
) -> None:
    ask(institute, about_partner("Sinds wanneer?"))
    client.force_login(make_editor(school.represents))

    own = client.get(reverse("wagtailadmin_pages:edit", args=[school.pk]))
    row = {"questions-TOTAL_FORMS": "1", "questions-0-question": "Van mij", "questions-0-task": "labs"}
    other = client.post(reverse("wagtailadmin_pages:edit", args=[institute.pk]), row)

    assert 'name="questions-TOTAL_FORMS"' in own.content.decode()
    assert other.status_code == 302
    assert [question.question for question in institute.questions.all()] == ["Sinds wanneer?"]
