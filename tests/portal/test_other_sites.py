"""Other sites are asked politely and seldom, never without the setting; a link is called broken when that is sure."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import pairwise
from threading import Thread
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from urllib3.connection import HTTPConnection

from portal.core.locks import Lock, only_one
from portal.editorial.links.checking import check_links
from portal.editorial.links.models import BrokenLink, OutsideAddress
from portal.editorial.links.outside.asking import BUSY, NOT_FOR_ROBOTS, Asker, UnwelcomeError, _cut_off, verdict_on
from portal.editorial.links.outside.gate import Gate, is_public, place_of
from portal.editorial.links.outside.manners import PoliteManners
from portal.editorial.links.outside.round import check_other_sites
from tests.factories import House, make_editor
from tests.portal.other_site import OtherSite, Said, other_site
from tests.portal.test_broken_links import with_links

MONDAY = datetime(2026, 11, 2, 5, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def site(settings: Any) -> Iterator[OtherSite]:
    settings.CHECK_OTHER_SITES = True
    with other_site() as found:
        yield found


def on(days: float, site: OtherSite, **options: Any) -> str:
    """Make a round so many days after a Monday; only the clock of the portal is another one."""
    with time_machine.travel(MONDAY + timedelta(days=days)):
        return check_other_sites(options.pop("manners", None) or site.manners(), **options)


def told() -> set[tuple[str, str]]:
    return set(BrokenLink.objects.values_list("target", "trouble"))


def test_hanging_up_on_who_hung_up_already_fails_in_no_thread(site: OtherSite, monkeypatch: pytest.MonkeyPatch) -> None:
    failed: list[Any] = []
    monkeypatch.setattr(threading, "excepthook", failed.append)
    connection = HTTPConnection("127.0.0.1", site.port)
    connection.connect()
    with suppress(TimeoutError), _cut_off(connection, 0.01):
        connection.sock.close()
        for timer in [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]:
            timer.join(timeout=5)
    assert failed == []


# What a site answers


@pytest.mark.parametrize(
    ("status", "trouble"),
    [(200, ""), (204, ""), (304, ""), (404, "absent"), (410, "absent"), (400, "failing"), (500, "failing")]
    + [(status, "") for status in sorted(NOT_FOR_ROBOTS)],
)
def test_a_status_is_a_verdict(site: OtherSite, status: int, trouble: str) -> None:
    assert verdict_on(site.says_status("/", status), site.manners().ask).trouble == trouble


def test_the_page_is_asked_for_where_the_head_is_not_known(site: OtherSite) -> None:
    site.says["/"] = lambda method: (200 if method == "GET" else 404, {}, b"")

    assert verdict_on(site.url(), site.manners().ask).trouble == ""
    assert site.lines() == ["HEAD /", "GET /"]


def test_who_asks_says_who_it_is_and_brings_nothing_along(site: OtherSite, settings: Any) -> None:
    site.says["/"] = (302, {"Set-Cookie": "a=1", "Location": "/next"}, b"")
    site.says_status("/next", 200)
    verdict_on(site.url("/#below"), site.manners().ask)

    for method, path, headers, _at in site.asked:
        assert headers["User-Agent"] == f"OpleidingshuisLinks/1.0 (+{settings.WAGTAILADMIN_BASE_URL}/nl/contact/)"
        assert "@" in headers["From"]
        assert set(headers) == {"Host", "User-Agent", "From", "Accept", "Accept-Encoding", "Connection"}, (method, path)


def test_a_page_that_moved_for_good_is_told_and_one_that_leads_on_for_now_is_not(site: OtherSite) -> None:
    site.says_status("/new", 200)
    for_good = site.leads_to("/old", "/older", 301)
    site.leads_to("/older", "/new", 308)
    for_now = site.leads_to("/now", "/old", 302)
    halfway = site.leads_to("/half", "/halfway", 301)
    site.leads_to("/halfway", "/new", 303)

    found = [verdict_on(address, site.manners().ask).moved_to for address in (for_good, for_now, halfway)]
    assert found == [site.url("/new"), "", site.url("/halfway")]


def test_who_leads_on_and_on_is_left_after_five_steps(site: OtherSite) -> None:
    for number in range(9):
        site.leads_to(f"/{number}", f"/{number + 1}")

    assert verdict_on(site.url("/0"), site.manners().ask).trouble == "astray"
    assert len(site.lines()) == 6
    assert verdict_on(site.url("/4"), site.manners().ask).trouble == "absent"


def test_a_site_that_trickles_is_left_in_time(site: OtherSite) -> None:
    site.slow.add("/")
    began = time.monotonic()

    assert verdict_on(site.url(), site.manners(seconds=0.2).ask).trouble == "silent"
    assert time.monotonic() - began < 3


def test_a_large_robots_txt_and_a_page_without_end_are_not_read(site: OtherSite) -> None:
    site.says["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /x\n" + b"#" * 4_000_000)
    site.says["/"] = lambda method: (405, {}, b"") if method == "HEAD" else (200, {}, b"x" * 50_000_000)
    began = time.monotonic()

    assert verdict_on(site.url(), site.manners().ask).trouble == ""
    assert time.monotonic() - began < 3


# How a site wants to be asked


def test_what_robots_txt_keeps_is_not_asked_for_and_is_no_fault(site: OtherSite, house: House, school: Any) -> None:
    site.says["/robots.txt"] = (
        200,
        {},
        b"User-agent: OpleidingshuisLinks\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n",
    )
    with_links(school, *(f'href="{site.url(path)}"' for path in ("/private/a", "/open")))
    for days in (0, 8):
        on(days, site)

    assert told() == {(site.url("/open"), "absent")}
    assert not [line for line in site.lines() if "private" in line]
    assert [path for _method, path, *_rest in site.asked].count("/robots.txt") == 2


def test_one_host_is_asked_one_thing_at_a_time_with_a_pause(site: OtherSite) -> None:
    manners = site.manners(pause=0.1)
    for path in ("/a", "/b"):
        verdict_on(site.says_status(path, 200), manners.ask)

    moments = [at for *_rest, at in site.asked]
    assert len(moments) == 3
    assert all(later - earlier >= 0.1 for earlier, later in pairwise(moments))


@pytest.mark.parametrize("status", sorted(BUSY))
def test_a_site_that_is_busy_is_left_alone_for_the_round(
    site: OtherSite, house: House, school: Any, status: int
) -> None:
    with_links(school, *(f'href="{site.says_status(path, status)}"' for path in ("/a", "/b", "/c")))

    assert on(0, site) == "1 addresses on other sites asked, 2 wait"
    assert site.lines() == ["HEAD /a"]


def test_a_site_that_wants_long_pauses_or_whose_rules_fail_is_left_alone(site: OtherSite) -> None:
    rules: list[Said] = [(200, {}, b"User-agent: *\nCrawl-delay: 3600\n"), (500, {}, b"")]
    for said in rules:
        site.says["/robots.txt"] = said
        manners = site.manners()
        with pytest.raises(UnwelcomeError):
            manners.ask("HEAD", place_of(site.url()))
        assert manners.leaves_alone(place_of(site.url()))
    assert not site.lines()


# The rounds


def test_nothing_is_asked_without_the_setting(site: OtherSite, house: House, school: Any, settings: Any) -> None:
    with_links(school, f'href="{site.url()}"')
    for days in (0, 8):
        on(days, site)
    assert told()
    asked = len(site.asked)
    settings.CHECK_OTHER_SITES = False

    assert on(16, site) == "other sites are not asked: CHECK_OTHER_SITES is 0"
    call_command("check_other_sites")
    assert check_links() == "0 broken links"
    assert len(site.asked) == asked
    assert not told()


def test_a_link_is_called_broken_after_failing_in_two_weeks_and_right_at_once(
    site: OtherSite, house: House, school: Any
) -> None:
    page = with_links(school, f'href="{site.url("/gone")}"', 'href="mailto:a@example.org"', 'href="/nl/"')
    on(0, site)
    assert not told()
    on(8, site)
    row = BrokenLink.objects.get()
    assert (row.page_id, row.field, row.words, row.trouble) == (page.pk, "Tekst › Tekst", "link 0", "absent")
    assert row.since == MONDAY.date()

    site.says_status("/gone", 200)
    on(16, site)
    assert not told()


def test_an_address_is_asked_for_once_a_week_wherever_it_stands(site: OtherSite, house: House, school: Any) -> None:
    site.says_status("/", 200)
    for number, fragment in enumerate(("", "#a", "#b")):
        with_links(school, f'href="{site.url(f"/{fragment}")}"', slug=f"p-{number}")
    for days in (0, 1, 6.99):
        on(days, site)

    assert site.lines() == ["HEAD /"]
    on(8, site)
    assert site.lines() == ["HEAD /"] * 2


def test_an_address_that_was_asked_for_while_the_clock_was_ahead_is_not_left_alone_for_so_long(
    site: OtherSite, house: House, school: Any
) -> None:
    with_links(school, f'href="{site.says_status("/een", 200)}"')
    on(365, site)
    assert on(0, site) == "1 addresses on other sites asked, 0 wait"
    assert on(1, site) == "0 addresses on other sites asked, 0 wait"


def test_a_round_that_ran_out_of_time_is_taken_up_where_it_stopped(site: OtherSite, house: House, school: Any) -> None:
    paths = [f"/{number}" for number in range(6)]
    with_links(school, *(f'href="{site.says_status(path, 200)}"' for path in paths))
    assert on(0, site, longest=timedelta(seconds=-1)) == "0 addresses on other sites asked, 6 wait"
    on(0, site, manners=site.manners(pause=0.2), longest=timedelta(seconds=0.5))
    assert 0 < len(site.lines()) < 6
    on(1, site)

    assert sorted(site.lines()) == [f"HEAD {path}" for path in paths]


def test_an_address_that_stands_nowhere_any_more_is_forgotten(site: OtherSite, house: House, school: Any) -> None:
    page = with_links(school, f'href="{site.url()}"')
    on(0, site)
    assert OutsideAddress.objects.exists()
    page.unpublish()
    on(8, site)

    assert not OutsideAddress.objects.exists()


def test_the_website_of_a_partner_is_asked_for_too(site: OtherSite, house: House, institute: Any) -> None:
    institute.website = site.url("/gone")
    institute.save_revision().publish()
    for days in (0, 8):
        on(days, site)

    assert set(BrokenLink.objects.values_list("field", "words")) == {("Website", site.url("/gone"))}


@pytest.mark.usefixtures("committing_database")
def test_two_rounds_are_never_made_at_once(site: OtherSite) -> None:
    said: list[str] = []

    def another() -> None:
        said.append(check_other_sites(site.manners()))
        connection.close()

    with only_one(Lock.OTHER_SITES):
        thread = Thread(target=another)
        thread.start()
        thread.join()
    assert said == ["other sites are being asked by another process"]


def test_the_report_shows_broken_links_first_and_then_what_moved(site: OtherSite, house: House, school: Any) -> None:
    site.says_status("/new", 200)
    with_links(school, f'href="{site.leads_to("/old", "/new", 301)}"', f'href="{site.url("/gone")}"')
    for days in (0, 8):
        on(days, site)
    client = Client(headers={"accept-language": "nl"})
    client.force_login(make_editor(school.represents))
    shown = client.get(reverse("broken_links")).content.decode()

    assert shown.index("de andere site heeft deze pagina niet") < shown.index("werkt, maar is voorgoed verhuisd")
    assert site.url("/new") in shown
    assert "Andere sites worden één keer per week gevraagd" in shown


def test_no_round_asks_the_internet_by_default() -> None:
    """What production asks through: the gate for the public internet, on the ports of websites."""
    assert PoliteManners(Asker()).asker.gate == Gate(is_public, frozenset({80, 443}))
