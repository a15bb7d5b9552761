"""What an editor plans happens exactly once, and one broken item does not keep the others waiting."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import CommandError, call_command, get_commands
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from home.models import StandardPage
from portal.core import schedule
from portal.core.models.pages import PortalPage
from tests.factories import House, make_standard
from tests.race_plugin import together

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 11, 24, 12, tzinfo=AMSTERDAM)


def plan(house: House, slug: str, go_live: datetime, expire: datetime | None = None) -> StandardPage:
    """Make a draft that an editor planned."""
    page = StandardPage(title=slug.capitalize(), slug=slug, live=False, go_live_at=go_live, expire_at=expire)
    page.locale = house.about.locale
    house.about.add_child(instance=page)
    page.save_revision(approved_go_live_at=go_live)
    return page


def live(page: Any) -> bool:
    return PortalPage.objects.get(pk=page.pk).live


def log_entries(action: str) -> list[int]:
    return sorted(PageLogEntry.objects.filter(action=action).values_list("page_id", flat=True))


def break_revision(page: Any) -> None:
    """Make a stored revision such that nobody can read it any more."""
    revision = Revision.objects.get(pk=Page.objects.get(pk=page.pk).latest_revision_id)
    revision.content["expire_at"] = "kapot"
    revision.save()


def test_the_command_takes_the_place_of_the_one_of_wagtail() -> None:
    assert get_commands()["publish_scheduled"] == "portal"


@pytest.mark.django_db
@time_machine.travel(NOON, tick=False)
def test_a_planned_page_goes_live_when_its_time_has_come_and_not_before(house: House) -> None:
    page = plan(house, "straks", NOON + timedelta(minutes=5))
    schedule.run()
    assert not live(page)

    with time_machine.travel(NOON + timedelta(minutes=6), tick=False):
        report = schedule.run()
        again = schedule.run()

    assert live(page)
    assert report.published == ["Straks"]
    assert again.published == []
    assert log_entries("wagtail.publish.scheduled") == [page.pk]


@pytest.mark.django_db
@time_machine.travel(NOON, tick=False)
def test_a_page_goes_offline_after_its_last_day(house: House) -> None:
    page = make_standard(house.about, "tijdelijk", expire_at=NOON + timedelta(hours=1))

    with time_machine.travel(NOON + timedelta(hours=2), tick=False):
        report = schedule.run()

    assert report.expired == [page.title]
    assert not live(page)
    assert PortalPage.objects.get(pk=page.pk).expired


@pytest.mark.django_db
@time_machine.travel(NOON, tick=False)
def test_a_broken_item_is_reported_and_skipped(house: House) -> None:
    first = plan(house, "eerste", NOON - timedelta(minutes=3))
    broken = plan(house, "kapot", NOON - timedelta(minutes=2))
    last = plan(house, "laatste", NOON - timedelta(minutes=1))
    break_revision(broken)

    with pytest.raises(CommandError, match="could not be handled"):
        call_command("publish_scheduled")

    assert [live(first), live(broken), live(last)] == [True, False, True]


@pytest.mark.django_db
def test_what_happened_early_by_a_clock_that_was_ahead_does_not_happen_twice(house: House) -> None:
    early = plan(house, "vroeg", NOON + timedelta(hours=3), NOON + timedelta(days=10))
    late = plan(house, "laat", NOON + timedelta(days=3))
    for moment in (NOON + timedelta(days=1), NOON, NOON + timedelta(hours=4), NOON + timedelta(days=4)):
        with time_machine.travel(moment):
            schedule.run()
            assert (live(early), live(late)) == (True, moment >= NOON + timedelta(days=3))
    assert log_entries("wagtail.publish.scheduled") == sorted([early.pk, late.pk])


@pytest.mark.django_db
@time_machine.travel(NOON, tick=False)
def test_a_dry_run_counts_and_changes_nothing(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    page = plan(house, "straks", NOON - timedelta(minutes=1))

    call_command("publish_scheduled", "--dryrun")

    assert "1 to publish, 0 to take offline" in capsys.readouterr().out
    assert not live(page)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM),  # this half hour comes twice
        datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM, fold=1),
        datetime(2027, 3, 28, 2, 30, tzinfo=AMSTERDAM),  # this half hour does not exist
        datetime(2028, 2, 29, 0, 0, tzinfo=AMSTERDAM),
    ],
)
def test_a_night_with_another_clock_publishes_once(house: House, moment: datetime) -> None:
    instant = moment.astimezone(UTC)
    page = plan(house, "nacht", instant)

    with time_machine.travel(instant - timedelta(seconds=1), tick=False):
        assert schedule.run().published == []
    with time_machine.travel(instant + timedelta(seconds=1), tick=False):
        assert schedule.run().published == ["Nacht"]
        assert schedule.run().published == []
    assert live(page)


def run_until_idle() -> list[schedule.ScheduleReport]:
    """Run again and again, as cron does, until a run has nothing to do."""
    reports = []
    for _round in range(40):
        reports.append(schedule.run())
        if not reports[-1].busy and not reports[-1].published:
            break
    return reports


def test_four_runners_at_once_publish_each_item_exactly_once(committed_house: House) -> None:
    past = timezone.now() - timedelta(minutes=5)
    pages = [plan(committed_house, f"punt{number}", past + timedelta(seconds=number)) for number in range(12)]
    over = make_standard(committed_house.about, "voorbij", expire_at=past)
    break_revision(pages[5])
    good = sorted(page.pk for page in pages if page is not pages[5])

    runs = together(*[run_until_idle] * 4)

    assert log_entries("wagtail.publish.scheduled") == good
    assert log_entries("wagtail.unpublish.scheduled") == [over.pk]
    assert not live(pages[5])
    assert sorted(name for reports in runs for report in reports for name in report.published) == sorted(
        page.title for page in pages if page is not pages[5]
    )
