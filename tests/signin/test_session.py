"""How long a session in the admin lasts, and what ends it."""

import time

import pytest
import time_machine
from django.conf import settings as configured
from django.test import Client

from portal.core.models.users import User
from portal.partners.assignment import assign
from portal.partners.rights import Role
from tests.signin.conftest import DOOR, shown

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demanded")]


@pytest.fixture
def inside(visitor: Client, editor: User) -> Client:
    """The browser of an editor who showed a factor."""
    visitor.force_login(editor)
    shown(visitor, editor, method="mfa", type="totp", id=1)
    assert visitor.get("/admin/").status_code == 200
    return visitor


def in_minutes(minutes: int) -> time_machine.travel:
    """Return a clock that is so much later."""
    return time_machine.travel(time.time() + minutes * 60, tick=False)


def test_after_an_hour_without_use_a_session_is_over(inside: Client) -> None:
    with in_minutes(59):
        assert inside.get("/admin/").status_code == 200
    with in_minutes(118):
        assert inside.get("/admin/").status_code == 200
    with in_minutes(179):
        response = inside.get("/admin/")

    assert response.headers["Location"].startswith(DOOR)
    assert "_auth_user_id" not in inside.session


def test_an_open_screen_with_nobody_behind_it_is_no_use(inside: Client) -> None:
    for minutes in range(10, 61, 10):
        with in_minutes(minutes):
            inside.post("/admin/editing-sessions/ping/wagtailcore/page/1/1/")
    with in_minutes(62):
        assert inside.get("/admin/").status_code == 302


def test_after_twelve_hours_a_session_is_over_however_it_was_used(inside: Client) -> None:
    for minutes in range(30, 12 * 60, 30):
        with in_minutes(minutes):
            assert inside.get("/admin/").status_code == 200, minutes
    with in_minutes(12 * 60 + 1):
        assert inside.get("/admin/").status_code == 302


def test_deactivation_counts_from_the_next_request(inside: Client, editor: User) -> None:
    User.objects.filter(pk=editor.pk).update(is_active=False)

    assert inside.get("/admin/").headers["Location"].startswith(DOOR)


def test_a_role_taken_away_is_gone_at_the_next_request(inside: Client, editor: User) -> None:
    editor.groups.clear()

    assert inside.get("/admin/").status_code == 302


def test_another_role_gives_the_session_another_key(inside: Client, editor: User) -> None:
    before = str(inside.session.session_key)
    inside.get("/admin/")
    assert inside.session.session_key == before

    assign(editor, None, Role.CORE_ADMIN)
    inside.get("/admin/")
    assert inside.session.session_key != before
    stale = Client(headers={"accept-language": "nl"})
    stale.cookies[configured.SESSION_COOKIE_NAME] = before
    assert stale.get("/admin/").headers["Location"].startswith(DOOR)


def test_a_visitor_gets_no_cookie_and_no_page_that_depends_on_one(visitor: Client) -> None:
    response = visitor.get("/nl/zoeken/")

    assert configured.SESSION_COOKIE_NAME not in response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_clock_that_was_ahead_and_came_back_makes_no_session_longer(inside: Client) -> None:
    with in_minutes(40):
        assert inside.get("/admin/").status_code == 200
    assert inside.get("/admin/").status_code == 200
    with in_minutes(61):
        assert inside.get("/admin/").status_code == 302


def test_a_session_that_was_used_on_a_day_still_to_come_is_over(visitor: Client, editor: User) -> None:
    with in_minutes(24 * 60):
        visitor.force_login(editor)
        shown(visitor, editor, method="mfa", type="totp", id=1)
        assert visitor.get("/admin/").status_code == 200
    assert visitor.get("/admin/").status_code == 302
