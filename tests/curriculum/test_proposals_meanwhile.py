"""What becomes of a proposal when its lab or outcome is copied, moved, translated, taken offline or deleted."""

from typing import Any

import pytest

from curriculum.mapping.proposals import CONFIRM, DeclinedLink
from curriculum.models import LabOutcome, LabPage
from tests.curriculum.proposing import counting, edit, form_of, send, states, waiting, wish
from tests.factories import (
    House,
    in_english,
    make_location,
)
from tests.portal.departing import editor_of, main_of, read, text_of

pytestmark = pytest.mark.django_db


def test_what_is_only_a_draft_reaches_no_institute(proposed: Any, school: Any) -> None:
    draft = read(proposed.other)
    draft.proposals = [wish(proposed.hu)]
    draft.save_revision()
    new: Any = LabPage(title="Nieuw", slug="nieuw", live=False)
    new.proposals = [wish(proposed.hu)]
    school.add_child(instance=new)

    assert states(proposed.other) == ["concept"]
    assert states(new) == ["concept"]
    assert waiting(proposed.hu) == [("kijken", "HU-1")]


def test_autosave_keeps_a_proposal_in_the_draft_without_sending_it(proposed: Any, school: Any) -> None:
    browser = editor_of(school)
    data = form_of(browser, proposed.other)
    data |= {"proposals-TOTAL_FORMS": "1", "proposals-0-outcome": str(proposed.hu.pk), "proposals-0-ORDER": "1"}

    for _time in range(2):
        response = browser.post(edit(proposed.other), data, headers={"accept": "application/json"})
        assert response.json()["success"]

    assert states(proposed.other) == ["concept"]
    assert waiting(proposed.hu) == [("kijken", "HU-1")]


def test_the_same_outcome_twice_or_by_its_translation_is_one_proposal(proposed: Any) -> None:
    english = in_english(proposed.hu)
    lab = read(proposed.lab)
    lab.proposals = [wish(proposed.hu), wish(english), wish(proposed.hu)]
    lab.save_revision().publish()

    assert states(lab) == ["wacht"]
    assert waiting(proposed.hu) == [("kijken", "HU-1")]


def test_an_outcome_that_went_offline_is_not_named_and_keeps_its_place_on_the_form(proposed: Any, school: Any) -> None:
    proposed.hu.unpublish()
    browser = editor_of(school)

    assert states(proposed.lab) == ["weg", "wacht"]
    standing = main_of(browser.get(edit(proposed.lab))).select_one("[data-proposals]").get_text()
    assert "Leren kijken" not in standing
    assert waiting(proposed.hu) == []
    data = form_of(browser, proposed.lab)
    assert browser.post(edit(proposed.lab), {**data, "action-publish": "1"}).status_code == 302
    proposed.hu.save_revision().publish()
    assert states(proposed.lab) == ["wacht", "wacht"]


def test_an_outcome_that_is_deleted_takes_its_proposal_along_and_no_other(proposed: Any, school: Any) -> None:
    lab = read(proposed.lab)
    lab.title = "Kijken na de pauze"
    lab.save_revision()

    proposed.hu.delete(skip_permission_checks=True)

    assert states(lab) == ["wacht"]
    browser = editor_of(school)
    data = form_of(browser, lab)
    assert browser.post(edit(lab), {**data, "action-publish": "1"}).status_code == 302
    assert read(lab).title == "Kijken na de pauze"
    assert waiting(proposed.uu) == [("kijken", "UU-1")]


@pytest.mark.parametrize("leaves", ["unpublish", "delete", "withdraw"])
def test_a_proposal_that_went_meanwhile_is_told_and_changes_nothing(proposed: Any, institute: Any, leaves: str) -> None:
    lab = read(proposed.lab)
    if leaves == "withdraw":
        lab.proposals = []
        lab.save_revision().publish()
    else:
        getattr(lab, leaves)(**({"skip_permission_checks": True} if leaves == "delete" else {}))

    browser = editor_of(institute)
    for data in ({"answer": CONFIRM}, {"word": "Nee"}):
        said = text_of(send(browser, proposed.hu, proposed.lab, **data))
        assert "Dit voorstel is al beantwoord, of de school heeft het teruggenomen." in said
    assert counting(proposed.hu) == []
    assert not DeclinedLink.objects.exists()


def test_a_moved_lab_keeps_its_proposals_and_a_copy_asks_for_itself(proposed: Any, school: Any, house: House) -> None:
    DeclinedLink.objects.create(outcome=proposed.hu, lab=proposed.lab, word="Nee")
    copy = proposed.lab.copy(update_attrs={"slug": "kopie"}, keep_live=False)
    assert states(copy) == ["concept", "concept"]

    elsewhere = make_location(house.locations, "academie-elders")
    read(proposed.lab).move(elsewhere, pos="last-child")

    assert states(proposed.lab) == ["afgewezen", "wacht"]
    assert waiting(proposed.uu) == [("kijken", "UU-1")]
    copy.save_revision().publish()
    assert waiting(proposed.hu) == [("kopie", "HU-1")]


def test_a_translation_neither_shows_nor_repeats_what_its_lab_proposes(proposed: Any, school: Any) -> None:
    in_english(school)
    english = in_english(proposed.lab)

    assert LabOutcome.objects.filter(page=english.pk).count() == 0
    assert waiting(proposed.hu) == [("kijken", "HU-1")]
    assert main_of(editor_of(school).get(edit(english))).select("[data-proposals]") == []
