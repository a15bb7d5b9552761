"""A page that is kept is the page that would be made: after any change, at any moment, for anybody."""

import gzip
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import brotli
import pytest
import time_machine
from django.apps import apps
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from portal.core import content_cache
from portal.core.models.pages import PortalPage
from portal.core.page_cache.kept_page import coding_for
from portal.core.page_cache.middleware import shelf
from portal.core.page_cache.turns import next_turn
from tests.factories import House, make_editor, make_event, make_lab, make_session, make_standard
from tests.portal.test_away import without_database  # noqa: F401

KIND = "Cache-Status"
HIT = "portal; hit"
NOT_OF_PAGES = {
    *("account", "auth", "contenttypes", "django_tasks_database", "mfa", "sessions", "socialaccount", "taggit"),
    *("wagtail_localize", "wagtailadmin", "wagtailcore", "wagtailembeds", "wagtailsearch", "wagtailusers"),
}
"""Apps of which visitors read nothing, besides what is content by its kind."""
NOT_SHOWN = {
    # People and their doings in the admin.
    *("portal.User", "portal.Invitation", "portal.AuditLogEntry", "portal.OutgoingMail", "portal.GuestReview"),
    "portal.LanguageGroup",
    "portal.CheckMail",
    *("portal.BrokenLink", "portal.OutsideAddress"),
    "home.EarlierFigure",
    *("portal.ReviewTask", "locations.QuestionCount", "locations.Duty", "locations.WeeklyMail"),
    *("curriculum.OutcomeImport", "curriculum.ImportedOutcome", "curriculum.DeclinedLink"),
    # Made from content, for calendars and for search, whose answers are not kept.
    *("portal.PortalRendition", "wagtailimages.Rendition", "portal.CalendarEntry"),
    *("search.SearchCount", "search.StoredDocument", "search.FileReading", "search.PassageVector"),
    *("search.NightlyTask", "search.SearchEvent", "search.KnownWord"),
    *("wagtailsearchpromotions.QueryDailyHits", "wagtailsearchpromotions.SearchPromotion"),
    # Where no page is, which is not kept.
    "wagtailredirects.Redirect",
}
"""What else no page shows, by reason."""


@pytest.fixture(autouse=True)
def page_cache(settings: Any) -> Iterator[None]:
    """Keep pages, as the site does."""
    settings.PAGE_CACHE_BYTES = 1024 * 1024
    shelf.clear()
    yield
    shelf.clear()


def is_kept(client: Client, address: str) -> bool:
    return bool(client.get(address).headers.get(KIND) == HIT)


@pytest.mark.django_db
def test_the_next_visitor_gets_the_same_page_and_the_database_is_not_asked(
    house: House, client: Client, django_assert_num_queries: Any
) -> None:
    first = client.get(house.about.url)
    with django_assert_num_queries(0):
        second = client.get(house.about.url)

    assert (second.status_code, second.content) == (200, first.content)
    assert second.headers[KIND] == HIT
    assert first.headers[KIND] == "portal; fwd=miss; stored"


@pytest.mark.django_db
def test_what_is_published_is_there_for_the_next_visitor(house: House, client: Client) -> None:
    page = make_standard(house.about)
    client.get(page.url)
    page.title = "Een andere titel"
    page.save_revision().publish()

    assert "Een andere titel" in client.get(page.url).content.decode()


@pytest.mark.django_db
def test_a_page_follows_whatever_it_shows(house: House, school: Any, client: Client) -> None:
    """The row of a session, the page of another partner that is named, and the menu; none of them is the page."""
    lab = make_lab(school, sessions=[make_session(timezone.localdate() + timedelta(days=2))])
    session = lab.sessions.get()
    for thing, field in ((session, "room"), (house.about, "title"), (school, "title")):
        client.get(lab.url)
        assert is_kept(client, lab.url)
        setattr(thing, field, "Een nieuw woord")
        thing.save()
        assert not is_kept(client, lab.url), thing


@pytest.mark.django_db
def test_a_saved_draft_costs_no_visitor_anything(house: House, client: Client) -> None:
    page = make_standard(house.about)
    client.get(page.url)
    page.title = "Nog niet"
    page.save_revision()

    assert is_kept(client, page.url)


@pytest.mark.django_db
def test_a_page_that_goes_is_gone_at_once(house: House, client: Client) -> None:
    page, closed = make_standard(house.about), make_standard(house.about, "besloten")
    client.get(page.url)
    client.get(closed.url)
    page.unpublish()
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)

    assert client.get(page.url).status_code == 404
    assert client.get(closed.url).status_code == 302


@pytest.mark.django_db
def test_midnight_and_the_moments_of_sessions_and_events_turn_a_page(house: House, school: Any, client: Client) -> None:
    with time_machine.travel(datetime(2026, 11, 30, 9, 0).astimezone(), tick=False) as clock:
        day = timezone.localdate()
        lab = make_lab(school, sessions=[make_session(day, "15:45", 90)])
        starts = timezone.make_aware(datetime(2026, 11, 30, 19, 0))
        make_event(house.about, starts=starts, ends=starts + timedelta(hours=2))
        for hour, minute in ((15, 45), (17, 15), (19, 0), (21, 0), (24, 0)):
            moment = timezone.make_aware(datetime(2026, 11, 30)) + timedelta(hours=hour, minutes=minute)
            clock.move_to(moment - timedelta(minutes=4))
            assert next_turn(timezone.now()) == moment
            client.get(lab.url)
            clock.move_to(moment - timedelta(microseconds=1))
            assert is_kept(client, lab.url)
            clock.move_to(moment)
            assert not is_kept(client, lab.url)


@pytest.mark.django_db
def test_no_page_is_kept_longer_than_five_minutes_should_a_change_go_unheard(house: House, client: Client) -> None:
    with time_machine.travel(datetime(2026, 11, 30, 9, 0).astimezone(), tick=False) as clock:
        client.get(house.about.url)
        clock.shift(299)
        assert is_kept(client, house.about.url)
        clock.shift(1)
        assert not is_kept(client, house.about.url)


def test_of_everything_that_can_be_stored_it_is_known_whether_visitors_read_it() -> None:
    """A new model is either content, so that a change of it renews the pages, or nothing that a page shows."""
    forgotten = {
        model._meta.label
        for model in apps.get_models()
        if not content_cache._is_content(model)
        and model._meta.app_label not in NOT_OF_PAGES
        and model._meta.label not in NOT_SHOWN
    }
    assert forgotten == set()


@pytest.mark.django_db
def test_somebody_who_signed_in_is_sent_a_page_of_their_own(house: House, school: Any, client: Client) -> None:
    page = make_standard(house.about)
    client.get(page.url)
    editor = Client()
    editor.force_login(make_editor(school.partner))

    assert KIND not in editor.get(page.url).headers
    assert is_kept(client, page.url)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/nl/zoeken/?q=lab", "/nl/er-is-hier-niets/", "/robots.txt", "/livez", "/nl/account/login/"]
)
def test_an_answer_that_asks_counts_or_differs_is_not_kept(house: House, client: Client, address: str) -> None:
    for _time in range(2):
        assert KIND not in client.get(address).headers


@pytest.mark.django_db
def test_a_browser_that_has_the_page_is_sent_a_line(house: House, client: Client) -> None:
    first = client.get(house.about.url)
    again = client.get(house.about.url, headers={"if-none-match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["Cache-Control"] == "no-cache"


@pytest.mark.django_db
def test_a_page_is_sent_as_small_as_the_browser_reads(house: House, client: Client) -> None:
    plain = client.get(house.about.url)
    small = client.get(house.about.url, headers={"accept-encoding": "gzip, deflate"})
    smallest = client.get(house.about.url, headers={"accept-encoding": "gzip, deflate, br, zstd"})

    assert gzip.decompress(small.content) == brotli.decompress(smallest.content) == plain.content
    assert len(smallest.content) < len(small.content) < len(plain.content) / 2
    for answer in (plain, small, smallest):
        assert int(answer.headers["Content-Length"]) == len(answer.content)
        assert "Accept-Encoding" in answer.headers["Vary"]


@given(st.text(alphabet="brgzip,;q=0.1 *xé\x00", max_size=40))
def test_no_coding_is_used_that_was_not_named(accepted: str) -> None:
    coding = coding_for(accepted)
    assert not coding or coding in accepted.lower()


@pytest.mark.parametrize("accepted", ["", "identity", "br;q=0", "gzip; q=0.0, identity", "zstd", "*"])
def test_a_coding_that_is_refused_or_unknown_is_not_used(accepted: str) -> None:
    assert coding_for(accepted) == ""


@pytest.mark.django_db
def test_while_the_database_is_away_the_last_page_is_shown_for_a_day(
    house: House, client: Client, request: pytest.FixtureRequest
) -> None:
    page = make_standard(house.about)
    before = client.get(page.url)
    request.getfixturevalue("without_database")
    gone = Client(raise_request_exception=False)

    answer = gone.get(page.url)
    assert (answer.status_code, answer.content) == (200, before.content)
    assert answer.headers[KIND] == "portal; hit; detail=stale"
    assert gone.get("/nl/labs/").status_code == 503
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        assert gone.get(page.url).status_code == 503


@pytest.mark.django_db
@pytest.mark.parametrize("ahead", [timedelta(hours=1), timedelta(days=1)])
def test_a_page_that_was_made_while_the_clock_was_ahead_is_made_anew_afterwards(
    house: House, client: Client, ahead: timedelta
) -> None:
    with time_machine.travel(timezone.now() + ahead, tick=False):
        client.get(house.about.url)
        assert is_kept(client, house.about.url)
    assert not is_kept(client, house.about.url)
    assert is_kept(client, house.about.url)


@pytest.mark.django_db
def test_the_page_that_nobody_asked_for_makes_room(house: House, client: Client, settings: Any) -> None:
    first, second = make_standard(house.about, "een"), make_standard(house.about, "twee")
    size = len(client.get(first.url).content)
    settings.PAGE_CACHE_BYTES = size + size // 2
    client.get(second.url)

    assert is_kept(client, second.url)
    assert not is_kept(client, first.url)


@pytest.mark.django_db
@pytest.mark.parametrize("after", [timedelta(), timedelta(hours=15, minutes=50)])
def test_between_two_turns_the_clock_changes_no_page_of_any_kind(
    demo_site: list[str], client: Client, settings: Any, after: timedelta
) -> None:
    settings.PAGE_CACHE_BYTES = 0
    kinds: dict[tuple[str, int], Page] = {}
    for page in PortalPage.objects.live().public().order_by("pk"):
        kinds.setdefault((page.specific_class.__name__, page.locale_id), page)
    now = timezone.make_aware(datetime(2026, 11, 30)) + after
    with time_machine.travel(now, tick=False) as clock:
        early = {page.url: client.get(page.url).content for page in kinds.values()}
        clock.move_to(next_turn(now) - timedelta(seconds=1))
        late = {address: client.get(address).content for address in early}

    assert len(early) > 30
    assert [address for address in early if early[address] != late[address]] == []
