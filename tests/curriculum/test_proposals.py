"""A school proposes from its lab what it may count for; the institute confirms or declines, and nobody else."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from curriculum.mapping.gaps import Gaps
from curriculum.mapping.proposals import CONFIRM, DeclinedLink, proposals_of
from tests.curriculum.proposing import answer, counting, edit, form_of, send, states, waiting, wish
from tests.factories import (
    House,
    make_editor,
    make_lab,
    make_location,
    make_outcome,
)
from tests.portal.departing import editor_of, main_of, read, sign_in, text_of

pytestmark = pytest.mark.django_db
WORD = "eenhoornwoord"
"""What an institute says to one school, and to nobody else."""


def test_a_school_proposes_on_the_form_of_its_lab_and_the_institute_reads_it_on_its_desk(
    proposed: Any, school: Any, institute: Any
) -> None:
    browser = editor_of(school)
    data = form_of(browser, proposed.other)
    data |= {"proposals-TOTAL_FORMS": "1", "proposals-0-outcome": str(proposed.hu.pk), "proposals-0-ORDER": "1"}
    assert browser.post(edit(proposed.other), {**data, "action-publish": "1"}).status_code == 302

    assert states(proposed.other) == ["wacht"]
    desk = text_of(editor_of(institute).get(reverse("wagtailadmin_home")))
    assert "Vrij" in desk
    assert "Kijken in de pauze" in desk
    assert "stelt dit voor bij HU-1 “Leren kijken”" in desk
    assert "UU-1" not in desk
    assert "Voorgesteld door scholen" not in text_of(browser.get(reverse("wagtailadmin_home")))


def test_until_it_is_confirmed_no_visitor_and_no_report_knows_of_a_proposal(proposed: Any, client: Client) -> None:
    partner = proposed.hu.partner

    for address in (
        proposed.lab.url,
        proposed.hu.url,
        "/nl/curriculum/",
        "/nl/curriculum/wat-ontbreekt/",
        "/api/v1/courses",
    ):
        assert client.get(address).status_code == 200
    assert "HU-1" not in client.get(proposed.lab.url).content.decode()
    assert "kijken" not in text_of(client.get(proposed.hu.url)).lower().replace("leren kijken", "")
    assert [outcome.code for outcome in Gaps(partner).outcomes] == ["HU-1"]
    assert "kijken" in [lab.slug for lab in Gaps(partner).labs]


def test_one_click_makes_it_the_link_of_the_institute_and_closes_the_gap(
    proposed: Any, institute: Any, client: Client
) -> None:
    browser = editor_of(institute)
    desk = main_of(browser.get(reverse("wagtailadmin_home")))
    form = desk.select_one(f'form[action="{answer(proposed.hu, proposed.lab)}"]')
    assert form.button["value"] == CONFIRM

    said = text_of(browser.post(form["action"], {"answer": form.button["value"]}, follow=True))

    assert "“Kijken in de pauze” telt vanaf nu voor HU-1." in said
    assert counting(proposed.hu) == ["kijken"]
    assert states(proposed.lab) == ["telt", "wacht"]
    assert waiting(proposed.hu, proposed.uu) == [("kijken", "UU-1")]
    assert [outcome.code for outcome in Gaps(proposed.hu.partner).outcomes] == []
    assert "Leren kijken" in client.get(proposed.lab.url).content.decode()
    send(browser, proposed.hu, proposed.lab, answer=CONFIRM)
    assert counting(proposed.hu) == ["kijken"]


def test_an_institute_declines_with_a_word_that_only_this_school_reads(
    proposed: Any, school: Any, institute: Any, house: House
) -> None:
    browser = editor_of(institute)
    empty = browser.post(answer(proposed.hu, proposed.lab), {"word": " "})
    assert "Schrijf in een paar woorden waarom niet" in text_of(empty)

    said = text_of(send(browser, proposed.hu, proposed.lab, word=WORD))

    assert "“Kijken in de pauze” dat het niet telt voor HU-1" in said
    assert states(proposed.lab) == ["afgewezen", "wacht"]
    assert waiting(proposed.hu) == []
    assert WORD in text_of(editor_of(school).get(edit(proposed.lab)))
    assert WORD in text_of(browser.get(edit(proposed.hu)))
    elsewhere = make_location(house.locations, "academie-elders")
    for other in (editor_of(elsewhere), editor_of(proposed.university), Client()):
        for address in (edit(proposed.lab), edit(proposed.hu), answer(proposed.hu, proposed.lab), proposed.lab.url):
            assert WORD not in other.get(address, follow=True).content.decode()


def test_who_declined_may_still_change_their_mind(proposed: Any, institute: Any) -> None:
    browser = editor_of(institute)
    for word in ("Niet nu", "Toch niet"):
        send(browser, proposed.hu, proposed.lab, word=word)
    assert [declined.word for declined in DeclinedLink.objects.all()] == ["Toch niet"]

    send(browser, proposed.hu, proposed.lab, answer=CONFIRM)

    assert counting(proposed.hu) == ["kijken"]
    assert not DeclinedLink.objects.exists()


def test_a_link_that_the_institute_lets_go_is_a_proposal_again(proposed: Any, institute: Any) -> None:
    send(editor_of(institute), proposed.hu, proposed.lab, answer=CONFIRM)
    outcome = read(proposed.hu)
    outcome.labs = []
    outcome.save_revision().publish()

    assert states(proposed.lab) == ["wacht", "wacht"]
    assert waiting(proposed.hu) == [("kijken", "HU-1")]


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_school_can_answer_nothing_not_even_of_its_own_lab(
    proposed: Any, school: Any, institute: Any, house: House, method: str
) -> None:
    translator = sign_in(make_editor(institute.represents, "translators"))
    for browser in (editor_of(school), editor_of(proposed.university), translator):
        response = getattr(browser, method)(answer(proposed.hu, proposed.lab), {"answer": CONFIRM})
        assert (response.status_code, response.headers.get("location")) in ((403, None), (302, "/admin/"))
    assert Client().post(answer(proposed.hu, proposed.lab), {"answer": CONFIRM}).status_code in (302, 403)
    assert counting(proposed.hu) == []
    assert read(proposed.hu).latest_revision_id == proposed.hu.latest_revision_id


def test_an_outcome_with_other_changes_or_an_author_is_confirmed_in_itsform_of(proposed: Any, institute: Any) -> None:
    draft = read(proposed.hu)
    draft.title = "Nog niet klaar"
    draft.save_revision()
    browser = editor_of(institute)

    response: Any = browser.post(answer(proposed.hu, proposed.lab), {"answer": CONFIRM})

    assert response.url == f"{edit(proposed.hu)}?lab={proposed.lab.pk}"
    assert counting(proposed.hu) == []
    assert read(proposed.hu).title == "Leren kijken"
    data = querydict_from_html(browser.get(response.url).content.decode(), form_id="page-edit-form").dict()
    assert data["labs-0-lab"] == str(proposed.lab.pk)


def test_the_form_of_the_outcome_shows_what_is_proposed_with_both_answers(proposed: Any, institute: Any) -> None:
    shown = main_of(editor_of(institute).get(edit(proposed.hu))).select_one("[data-proposals]")

    assert shown.a.get_text() == "Kijken in de pauze"
    assert [link["href"] for link in shown.select("a.button")] == [
        f"{edit(proposed.hu)}?lab={proposed.lab.pk}",
        answer(proposed.hu, proposed.lab),
    ]


def test_many_proposals_cost_as_many_questions_as_few(proposed: Any, school: Any, institute: Any) -> None:
    school_browser, browser = editor_of(school), editor_of(institute)

    def costs() -> list[int]:
        counted = []
        for who, address in (
            (browser, reverse("wagtailadmin_home")),
            (browser, edit(proposed.hu)),
            (browser, answer(proposed.hu, proposed.lab)),
        ):
            who.get(address)
            with CaptureQueriesContext(connection) as asked:
                assert who.get(address).status_code == 200
            counted.append(len(asked))
        with CaptureQueriesContext(connection) as asked:
            proposals_of(read(proposed.lab))
        return [*counted, len(asked)]

    before = costs()
    lab = read(proposed.lab)
    extra = [make_outcome(institute, f"HU-1{number}", themes=[]) for number in range(4)]
    lab.proposals = [wish(proposed.hu), *(wish(outcome) for outcome in extra)]
    lab.save_revision().publish()
    for number in range(4):
        make_lab(school, f"lab-{number}", proposals=[wish(proposed.hu)])
    assert costs() == before
    assert BeautifulSoup(school_browser.get(edit(lab)).content, "html.parser").select_one("[data-proposals]")
