"""The table of pages and languages: each state is what a recount says, filters hold, and nobody sees another's."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from curriculum.models import LabPage
from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.core.translations.keeping import KEPT
from portal.core.translations.unfinished import _is_told
from portal.editorial import dashboard
from portal.editorial.translations.languages import languages_of
from portal.editorial.translations.states import State, counts, name_of, standings, translated_by, with_states
from portal.partners.access.policy import access_of
from tests.factories import House, make_editor, make_lab, make_location, make_news
from tests.kept import kept
from tests.portal.translating import (
    browser_of,
    change,
    editor_in_two_languages,
    english,
    publish,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db
TABLE = "/admin/vertalingen/"


@kept
def lab(house: House, school: Any) -> LabPage:
    """A live lab of Academie Tien, fully translated and live in English; its editors know both languages."""
    editor = browser_of(editor_in_two_languages(house, school))
    page = make_lab(school, "coachen", title="Coachen", summary="Vragen stellen", takeaway="Je kijkt.")
    submit(page)
    translate(page)
    publish(editor, page)
    return page


def test_on_a_phone_each_row_is_a_list_whose_cells_say_what_they_are(lab: LabPage, person: User) -> None:
    table = BeautifulSoup(browser_of(person).get(TABLE).content, "html.parser").select_one("table.listing.as-list")
    assert table is not None
    row = table.find("a", string="Coachen").find_parent("tr")
    assert [cell.get("data-head") for cell in row.select("td[role=cell]")] == [None, "Partner", "Soort", "Engels"]


@pytest.fixture
def person(school: Any) -> User:
    """An editor of Academie Tien."""
    found = User.objects.filter(groups=school.partner.editors).first()
    assert found is not None
    return found


def state_of(page: Any, user: User) -> State:
    """What the table says of a page in English."""
    locale = Locale.objects.get(language_code="en")
    (found,) = with_states(translated_by(access_of(user)).filter(pk=page.pk), [locale])
    return State(getattr(found, name_of(locale)))


def recounted(page: Any) -> State:
    """What a page is in English, by reading each of its rows."""
    locale = Locale.objects.get(language_code="en")
    made = PortalPage.objects.filter(translation_key=page.translation_key, locale=locale, alias_of=None).first()
    page = PortalPage.objects.get(pk=page.pk)
    if made is None or not made.live:
        return State.MISSING if made is None else State.DRAFT
    if made.holds_dutch:
        return State.OUTDATED
    running = Translation.objects.filter(source__object=page.translation_key, target_locale=locale, enabled=True)
    went_ahead = made.last_published_at < page.last_published_at
    return State.OUTDATED if went_ahead and (not running or unshown(running[0], made)) else State.CURRENT


def unshown(translation: Translation, made: Any) -> bool:
    """Whether the site does not show the translation of some text: there is none, or it is of before or after."""
    for segment in translation.source.stringsegment_set.select_related("context", "string"):
        if _is_told(segment.context.path, segment.string.data):
            place = {"translation_of": segment.string, "context": segment.context, "locale": translation.target_locale}
            told = StringTranslation.objects.filter(**place).first()
            if told is None or told.tool_name == KEPT or told.updated_at > made.last_published_at:
                return True
    return False


def test_a_page_goes_from_missing_to_draft_to_current_to_outdated_and_back(school: Any, lab: Any, person: User) -> None:
    page = make_lab(school, "kijken", title="Kijken", summary="Goed kijken")
    assert state_of(page, person) == State.MISSING
    submit(page)
    assert state_of(page, person) == State.DRAFT
    translate(page)
    publish(browser_of(person), page)
    assert state_of(page, person) == State.CURRENT

    change(page, summary="Goed leren kijken")
    assert state_of(page, person) == State.OUTDATED
    StringTranslation.objects.filter(tool_name=KEPT).update(tool_name="")
    publish(browser_of(person), page)
    assert state_of(page, person) == State.CURRENT


def test_who_changes_only_facts_makes_no_work_for_a_translator(lab: Any, person: User) -> None:
    change(lab, is_example=True)

    assert LabPage.objects.get(pk=lab.pk).last_published_at > english(lab).last_published_at
    assert state_of(lab, person) == State.CURRENT


def test_since_is_the_first_change_after_the_translation_was_published(lab: Any, person: User) -> None:
    change(lab, summary="Vragen durven stellen")
    first = LabPage.objects.get(pk=lab.pk).last_published_at
    change(lab, summary="Vragen durven en leren stellen")

    locale = Locale.objects.get(language_code="en")
    pages = list(with_states(translated_by(access_of(person)).filter(pk=lab.pk), [locale]))
    (standing,) = standings(pages, [locale])[lab.pk]
    assert first
    assert standing.since
    assert first <= standing.since < LabPage.objects.get(pk=lab.pk).last_published_at


ACTS = st.lists(
    st.sampled_from(["submit", "translate", "publish", "text", "facts", "check", "offline", "stop"]), max_size=7
)


@settings(max_examples=8, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(acts=ACTS)
def test_each_state_is_what_a_recount_of_the_database_says(lab: Any, person: User, acts: list[str]) -> None:
    with transaction.atomic():
        page = make_lab(lab.get_parent().specific, "wisselend", title="Wisselend", summary="Een tekst")
        browser = browser_of(person)
        for number, act in enumerate(acts):
            do(act, number, page, browser)
            for one in (page, lab):
                assert state_of(one, person) == recounted(one), acts[: number + 1]
        access, locale = access_of(person), Locale.objects.get(language_code="en")
        told = counts(translated_by(access), [locale])[locale.pk]
        states = [recounted(one) for one in translated_by(access)]
        assert told == {state: states.count(state) for state in State}
        transaction.set_rollback(True)


def do(act: str, number: int, page: Any, browser: Client) -> None:
    """One act of somebody with the page, as far as there is something to do it with."""
    made = PortalPage.objects.filter(translation_key=page.translation_key, locale__language_code="en", alias_of=None)
    rows = Translation.objects.filter(source__object=page.translation_key)
    if act == "submit" and not made:
        submit(page)
    elif act == "translate":
        translate(page)
    elif act == "publish" and rows.filter(enabled=True):
        publish(browser, page)
    elif act == "text":
        change(page, summary=f"Een andere tekst, nummer {number}")
    elif act == "facts":
        change(page, is_example=bool(number % 2))
    elif act == "check":
        StringTranslation.objects.filter(tool_name=KEPT).update(tool_name="")
    elif act == "offline" and made.filter(live=True):
        made[0].specific.unpublish()
    elif act == "stop":
        rows.update(enabled=False)


def test_the_table_shows_state_day_and_one_click_to_go_on(school: Any, lab: Any, person: User) -> None:
    make_news(school, "nieuw", title="Nieuw in huis")
    change(lab, summary="Vragen durven stellen")

    html = browser_of(person).get(TABLE).content.decode()

    row = html[html.index("Coachen") :]
    assert "verouderd" in row
    assert "Bijwerken" in row
    assert reverse("translation_changes", args=[lab.pk, "en"]) in row
    news = PortalPage.objects.get(slug="nieuw")
    assert f"{reverse('wagtail_localize:submit_page_translation', args=[news.pk])}?select_locale=en" in html


@pytest.mark.parametrize(
    ("asked", "shown", "not_shown"),
    [
        ("state=missing", "Nieuw in huis", "Coachen"),
        ("state=current", "Coachen", "Nieuw in huis"),
        ("state=missing&language=en", "Nieuw in huis", "Coachen"),
        ("state=missing&state=current", "Coachen", "Nergens"),
    ],
)
def test_the_table_is_filtered_by_state(
    school: Any, lab: Any, person: User, asked: str, shown: str, not_shown: str
) -> None:
    make_news(school, "nieuw", title="Nieuw in huis")

    html = browser_of(person).get(f"{TABLE}resultaten/?{asked}").content.decode()

    assert shown in html
    assert not_shown not in html


def test_the_core_team_filters_by_partner_and_kind(house: House, school: Any, lab: Any) -> None:
    other = make_location(house.locations, "nxt-doorn")
    make_news(other, "elders", title="Elders in huis")
    core = browser_of(User.objects.create_superuser("kern@example.org", "een-lang-wachtwoord"))
    news = PortalPage.objects.get(slug="elders").content_type_id

    by_partner = core.get(f"{TABLE}?partner={other.partner.pk}").content.decode()
    by_kind = core.get(f"{TABLE}?content_type={news}").content.decode()

    for html in (by_partner, by_kind):
        assert "Elders in huis" in html
        assert ">Coachen<" not in html.replace("\n", "").replace(" ", "")


def test_an_editor_and_a_translator_see_their_own_pages_only(house: House, school: Any, lab: Any, person: User) -> None:
    other = make_location(house.locations, "nxt-doorn")
    theirs = make_news(other, "geheim", title="Van een ander")
    translator = make_editor(school.partner, "translators")

    for user in (person, translator):
        browser = browser_of(user)
        assert "Van een ander" not in browser.get(TABLE).content.decode()
        refused = browser.get(reverse("translation_changes", args=[theirs.pk, "en"]))
        assert refused.status_code == 302
        assert refused.headers["Location"] == reverse("wagtailadmin_home")
        assert "Van een ander" not in browser.get(f"{TABLE}?partner={other.partner.pk}").content.decode()


def test_a_page_or_language_that_is_not_there_is_not_found(lab: Any, person: User) -> None:
    browser = browser_of(person)
    for language in ("nl", "de", "xx"):
        assert browser.get(reverse("translation_changes", args=[lab.pk, language]), follow=True).status_code == 404
    core = browser_of(User.objects.create_superuser("kern@example.org", "een-lang-wachtwoord"))
    assert core.get(reverse("translation_changes", args=[999_999, "en"]), follow=True).status_code == 404


def test_what_changed_in_dutch_stands_beside_the_english(lab: Any, person: User) -> None:
    change(lab, summary="Vragen durven stellen", takeaway="Je kijkt beter.")

    html = browser_of(person).get(reverse("translation_changes", args=[lab.pk, "en"])).content.decode()

    assert "Vragen <ins>durven </ins>stellen" in html
    assert "English of Vragen stellen" in html
    assert "Je kijkt<del>.</del><ins> beter.</ins>" in html
    assert "Coachen</td>" not in html


def test_what_dutch_says_no_more_and_english_never_said_asks_for_nothing(lab: Any, person: User) -> None:
    change(lab, body=[("paragraph", "<p>Neem een pen mee.</p>")])
    english(lab).save_revision().publish()
    change(lab, body=[])

    html = browser_of(person).get(reverse("translation_changes", args=[lab.pk, "en"])).content.decode()

    assert "<del>Neem een pen mee.</del>" in html
    assert "Niet vertaald, en niet meer nodig." in html
    assert "Nog niet vertaald." not in html


def test_the_desk_counts_what_is_to_be_done_and_leads_to_those_pages(school: Any, lab: Any, person: User) -> None:
    make_news(school, "nieuw", title="Nieuw in huis")
    change(lab, summary="Vragen durven stellen")

    (line,) = dashboard.translating(access_of(person))

    missing = counts(translated_by(access_of(person)), languages_of(access_of(person)))
    (told,) = missing.values()
    assert str(told[State.MISSING]) in line.note
    html = browser_of(person).get(line.url).content.decode()
    assert "Nieuw in huis" in html
    assert "Coachen" in html
    assert line.url in browser_of(person).get(reverse("wagtailadmin_home")).content.decode().replace("&amp;", "&")


def test_more_pages_ask_the_database_nothing_more(school: Any, lab: Any, person: User) -> None:
    browser = browser_of(person)
    asked = []
    for number in range(3):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert browser.get(TABLE).status_code == 200
        asked.append(len(queries))
        for at in range(3):
            page = make_news(school, f"nieuws-{number}-{at}")
            submit(page)
    assert asked[2] == asked[1]
