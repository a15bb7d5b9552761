"""Figures keep what they said before, and a report names the prose that still says it."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Locale

from home.models import EarlierFigure, Figure
from home.old_figures.finding import Old, places_of
from portal.core.models.users import User
from portal.partners.access.policy import access_of
from tests.factories import House, in_english, make_editor, make_location, make_standard

pytestmark = pytest.mark.django_db


@pytest.fixture
def figure(house: House) -> Figure:
    """A figure that was 120 until the third of November, and 1.350 since."""
    made = Figure.objects.create(
        locale=Locale.objects.get(language_code="nl"),
        slug="collegas",
        display="ca. 1.200",
        unit="collega's in opleiding per jaar",
        source="telling",
        as_of=date(2025, 9, 1),
    )
    english = made.copy_for_translation(Locale.objects.get(language_code="en"))
    english.unit, english.display = "colleagues in training per year", "about 1,200"
    english.save()
    with time_machine.travel(date(2026, 11, 3)):
        made.display = "ca. 1.350"
        made.as_of = date(2026, 9, 1)
        made.save()
    return made


@pytest.fixture
def core(house: House) -> User:
    return User.objects.create_superuser("kern@example.org", "een-lang-wachtwoord")


def sentences(user: User) -> list[str]:
    return [place.sentence for place in places_of(access_of(user))]


def test_a_figure_keeps_its_earlier_number_with_its_days_and_the_same_number_is_no_change(figure: Figure) -> None:
    figure.source = "nieuwe telling"
    figure.save()

    (row,) = EarlierFigure.objects.all()
    assert (row.figure, row.display) == (figure, "ca. 1.200")
    assert (row.as_of, row.until) == (date(2025, 9, 1), date(2026, 11, 3))


def test_prose_with_the_old_number_is_named_with_its_sentence_in_both_languages(
    figure: Figure, school: Any, core: User
) -> None:
    page = make_standard(school, summary="Hier zijn 1.200 nieuwe collega’s in opleiding. Kom langs.")
    in_english(page, summary="We have 1,200 colleagues here. Do come.")
    make_standard(school, "nieuw", summary="Hier zijn 1.350 collega’s in opleiding.")
    make_standard(school, "anders", summary="De aula heeft 1.200 stoelen. Elke collega is welkom.")

    assert sentences(core) == ["Hier zijn 1.200 nieuwe collega’s in opleiding.", "We have 1,200 colleagues here."]


def test_a_number_that_came_back_is_no_old_number(figure: Figure, school: Any, core: User) -> None:
    make_standard(school, summary="Hier zijn 1.200 collega’s in opleiding.")
    figure.display = "precies 1.200"
    figure.save()

    assert sentences(core) == []


def test_an_editor_sees_the_own_texts_and_the_report_leads_to_them(house: House, figure: Figure, school: Any) -> None:
    own = make_standard(school, summary="Bij ons werken 1.200 collega’s.")
    other = make_location(house.locations, "nxt-doorn")
    make_standard(other, summary="Daar werken 1.200 collega’s.")
    client = Client(headers={"accept-language": "nl"})
    client.force_login(make_editor(school.represents))

    shown = client.get(reverse("old_figures")).content.decode()

    assert "Bij ons werken 1.200 collega’s." in shown
    assert reverse("wagtailadmin_pages:edit", args=[own.pk]) in shown
    assert "Daar werken" not in shown
    assert "Tot 3 november 2026: “ca. 1.200”" in shown
    assert "Nu: “ca. 1.350”" in shown


@given(number=st.integers(0, 99_999), other=st.integers(0, 99_999))
def test_only_the_whole_number_is_found(number: int, other: int) -> None:
    row = EarlierFigure(display=f"ca. {number}")
    pattern = Old(row, Figure(unit="locaties"), "nl").pattern

    assert pattern is not None
    assert pattern.search(f"Er zijn {number} vo-locaties.")
    assert bool(pattern.search(f"Er zijn {other} locaties.")) == (other == number)
    assert not pattern.search(f"Er zijn 7{number} locaties, {number},5 locaties en {number}. Locaties zijn er.")
