"""What stories, insights, plans, events and news refuse, field by field, and what drafts may leave open."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from news.models import EventPage, InsightPage, NewsPage, PlanPage, StoryPage
from portal.core.models.pages import PortalPage
from portal.core.models.vocabularies import Sector
from tests.factories import House, make_editor, make_event, make_insight, make_story

pytestmark = pytest.mark.django_db

SECTORS = st.sampled_from(Sector.values)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))
NL, EN = Locale(pk=1, language_code="nl"), Locale(pk=2, language_code="en")


def refused(page: Any) -> set[str]:
    """Return the fields the rules of a page refuse."""
    return set(page.wrong())


def story(**fields: Any) -> StoryPage:
    return StoryPage(**{"locale": NL, "sector_from": "vo", "sector_to": "po", "basis": "voorbeeld", **fields})


@given(SECTORS, SECTORS)
def test_a_story_crosses_from_one_sector_to_another(sector_from: str, sector_to: str) -> None:
    found = refused(story(sector_from=sector_from, sector_to=sector_to))

    assert found == ({"sector_to"} if sector_from == sector_to else set())


@given(st.sampled_from(StoryPage.Basis.values), st.sampled_from(StoryPage.Consent.values), st.booleans())
def test_only_a_live_story_of_real_people_without_their_answer_is_refused(basis: str, consent: str, live: bool) -> None:
    found = refused(story(basis=basis, consent=consent, live=live))

    assert found == ({"consent"} if (basis, consent, live) == ("verteld", "gevraagd", True) else set())


@given(st.sampled_from(InsightPage.Kind.values), st.sampled_from(["", *InsightPage.Audience.values]))
def test_an_advice_is_for_somebody_and_only_an_advice_is(kind: str, audience: str) -> None:
    found = refused(InsightPage(locale=NL, kind=kind, audience=audience))

    assert found == (set() if (kind == "advies") == bool(audience) else {"audience"})


@given(MOMENTS, MOMENTS)
def test_an_event_ends_after_it_starts(starts: datetime, ends: datetime) -> None:
    found = refused(EventPage(locale=NL, starts=starts, ends=ends))

    assert found == (set() if ends > starts else {"ends"})


def test_a_translation_is_not_asked_about_facts_it_does_not_own() -> None:
    starts = datetime(2026, 1, 2, tzinfo=UTC)

    assert refused(story(locale=EN, sector_to="vo")) == set()
    assert refused(InsightPage(locale=EN, kind="advies")) == set()
    assert refused(EventPage(locale=EN, starts=starts, ends=starts - timedelta(days=1))) == set()


@pytest.mark.parametrize("model", [StoryPage, InsightPage, EventPage])
def test_a_draft_may_leave_facts_open(model: type[PortalPage]) -> None:
    assert refused(model(locale=NL, live=False)) == set()


@given(st.integers(-400, 400))
def test_a_plan_is_due_from_the_day_after_its_review(days: int) -> None:
    with time_machine.travel(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), tick=False):
        plan = PlanPage(locale=NL, review_on=date(2026, 11, 24) + timedelta(days=days))
        assert plan.is_due == (days < 0)


@given(st.lists(MOMENTS, min_size=1, max_size=8))
def test_a_list_of_events_begins_with_the_next_one_and_ends_with_the_oldest(moments: list[datetime]) -> None:
    now = datetime(2030, 1, 1, tzinfo=UTC)
    with time_machine.travel(now, tick=False):
        pages = [EventPage(locale=NL, starts=moment, ends=moment + timedelta(hours=1)) for moment in moments]
        ordered = sorted(pages, key=lambda page: page.list_order)
        coming = [page.starts for page in ordered if not page.is_over]
        over = [page.starts for page in ordered if page.is_over]

    assert [page.starts for page in ordered] == [*coming, *over]
    assert coming == sorted(coming)
    assert over == sorted(over, reverse=True)
    assert all(start + timedelta(hours=1) > now for start in coming)


def test_news_is_of_today_unless_somebody_says_otherwise() -> None:
    with time_machine.travel(datetime(2026, 11, 24, 23, 30, tzinfo=UTC), tick=False):
        assert NewsPage().date == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("make", "fields", "field"),
    [
        (make_story, {"sector_to": "vo"}, "sector_to"),
        (make_insight, {"kind": "advies"}, "audience"),
        (make_event, {"ends": datetime(2020, 1, 1, tzinfo=UTC)}, "ends"),
    ],
)
def test_an_editor_sees_the_rule_at_the_field(
    house: House, school: Any, make: Any, fields: dict[str, Any], field: str
) -> None:
    page = make(house.about if make is make_insight else school)
    for name, value in fields.items():
        setattr(page, name, value)

    with pytest.raises(ValidationError) as error:
        page.full_clean()

    assert set(error.value.message_dict) == {field}


@pytest.mark.parametrize(
    ("button", "consent", "goes_out"),
    [("action-publish", "gevraagd", False), ("action-publish", "gegeven", True), ("save", "gevraagd", False)],
)
def test_a_story_told_by_people_goes_out_with_their_consent_only(
    house: House, school: Any, client: Client, button: str, consent: str, goes_out: bool
) -> None:
    story = make_story(school, basis="verteld", consent="gegeven")
    story.unpublish()
    story.refresh_from_db()
    client.force_login(make_editor(school.partner))
    form = nested_form_data(
        {
            "title": story.title,
            "slug": story.slug,
            "summary": "",
            "people": "",
            "quote": "",
            "sector_from": "vo",
            "sector_to": "po",
            "basis": "verteld",
            "consent": consent,
            "body": streamfield([]),
            **{name: inline_formset([]) for name in ("places", "labs", "themes", "insights", "sectors", "comments")},
            "loaded_revision_id": str(story.latest_revision.pk),
            "loaded_revision_created_at": story.latest_revision.created_at.isoformat(),
            button: "1",
        }
    )

    answer = client.post(reverse("wagtailadmin_pages:edit", args=[story.pk]), form)

    story.refresh_from_db()
    draft = story.get_latest_revision_as_object()
    assert answer.status_code == (200 if button == "action-publish" and not goes_out else 302)
    assert story.live == goes_out
    if button == "save":
        assert draft.consent == "gevraagd"


def test_search_knows_for_whom_an_advice_is(house: House) -> None:
    advice = make_insight(house.about, "advies", kind="advies", audience="sectorraden-ocw")
    chance = make_insight(house.about, "kans", kind="kans")

    with translation.override("nl"):
        assert advice.search_document().related == ("advies", "sectorraden en OCW")
        assert chance.search_document().related == ("kans",)
