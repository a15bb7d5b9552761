"""The list of pages to check: whose they are, in which order, by what it is chosen, and what it costs."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.core.models.users import User
from portal.editorial.freshness.caring import give_to
from portal.editorial.freshness.desk import on_the_desk, to_check
from portal.partners.access.policy import access_of
from tests.factories import House, make_editor, make_lab, make_location, make_standard
from tests.portal.checks import TODAY, checked, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(school: Any) -> User:
    return make_editor(school.represents)


def shown(user: User, **asked: Any) -> str:
    return signed_in(user).get(reverse("to_check"), asked).content.decode()


@time_machine.travel(TODAY)
def test_an_editor_sees_the_own_pages_and_the_core_team_all_the_longest_overdue_first(
    house: House, school: Any, editor: User
) -> None:
    elsewhere = make_location(house.locations, "nxt-doorn")
    for title, space, day in (
        ("Net nog niet", school, date(2025, 11, 20)),
        ("Lang geleden", school, date(2020, 1, 1)),
        ("Vorig jaar", school, date(2025, 11, 1)),
        ("Pas gezien", school, date(2026, 11, 1)),
        ("Van een ander", elsewhere, date(2020, 1, 1)),
    ):
        checked(make_standard(space, title.lower().replace(" ", "-"), title=title), day)
    core = User.objects.create_superuser("kern@example.org", "een-lang-wachtwoord")

    own = [page.title for page in to_check(access_of(editor))]
    assert own == ["Lang geleden", "Vorig jaar", "Net nog niet"]
    assert [line.title for line in on_the_desk(access_of(editor))] == ["Lang geleden", "Vorig jaar"]
    assert "Van een ander" not in shown(editor)
    assert "Van een ander" in shown(core)
    assert "Van een ander" not in shown(core, partner=school.represents.pk)
    assert "Van een ander" in shown(core, partner="٣x", kind="-1")
    assert list(to_check(access_of(make_editor(school.represents, "translators")))) == []


@time_machine.travel(TODAY)
def test_the_list_is_chosen_by_kind_and_by_who_looks_after_a_page(school: Any, editor: User) -> None:
    lab = checked(make_lab(school, title="Een lab"), date(2020, 1, 1))
    page = checked(make_standard(school, title="Een tekst"), date(2020, 1, 1))
    give_to(page, {"keeper": None, "deputy": editor}, editor)

    of_labs = shown(editor, kind=lab.content_type_id)
    assert ("Een lab" in of_labs, "Een tekst" in of_labs) == (True, False)
    mine = shown(editor, mine="on")
    assert ("Een lab" in mine, "Een tekst" in mine) == (False, True)


@time_machine.travel(TODAY)
def test_the_screen_has_pages_and_asks_no_more_for_more(school: Any, editor: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            shown(editor)
        return len(counted)

    for number in range(2):
        checked(make_standard(school, f"pagina-{number}"), date(2020, 1, 1))
    few = queries()
    for number in range(2, 52):
        checked(make_standard(school, f"pagina-{number}"), date(2020, 1, 1))
    assert queries() <= few + 1
    assert shown(editor).count("Nog juist<") == 50
    assert shown(editor, p=2).count("Nog juist<") == 2


@time_machine.travel(TODAY)
def test_the_first_screen_counts_what_is_due_and_leads_to_all_of_it(school: Any, editor: User) -> None:
    for number in range(10):
        checked(make_standard(school, f"pagina-{number}"), date(2020, 1, 1))

    desk = signed_in(editor).get(reverse("wagtailadmin_home")).content.decode()

    assert f'<a href="{reverse("to_check")}">Bekijk alle pagina&#x27;s om na te kijken</a> (10)' in desk
    assert desk.count("Nog juist<") == 8
