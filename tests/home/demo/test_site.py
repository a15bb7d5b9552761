"""The loaded demo site: filled, in two languages, honest, at the agreed addresses, left alone by a second load."""

import re
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone, translation
from wagtail.models import GroupPagePermission, Page, Revision
from wagtail_localize.models import StringTranslation, Translation

from curriculum.models import (
    LabKind,
    LabPage,
    LabSession,
    OutcomePage,
    ProgrammeVariant,
    RhythmElementPage,
    SchoolYear,
    ThemePage,
    TrainingGroup,
)
from home.demo.accounts import DEMO_ACCOUNTS, Role, account_lines
from home.demo.data import read
from home.models import Figure, GlossaryTerm, HomePage
from locations.models import LocationPage, OnboardingPhase
from news.models import EventPage, InsightPage, NewsPage, PlanPage, StoryPage
from portal.core.models.media import PortalImage
from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.partners.models import Partner
from portal.partners.roles import roles_of
from search.models import StoredDocument, SynonymGroup
from search.reading.promoted import promoted
from search.request import SearchRequest
from tests.curriculum.cycle import week_of_cycle

DUTCH_WORDS = re.compile(r"\b(het|een|niet|voor|wordt|jouw|leerlingen|collega's in opleiding)\b")
SAME_TITLES = {"Opleidingshuis", "Labs", "Curriculum", "Privacy", "Symposium"}
"""Titles that are one word for both languages; names of partners and schools are the others."""


def state_of_the_site() -> dict[str, Any]:
    """What a load could change: counts, moments of change and rights."""
    return {
        "pages": list(
            Page.objects.order_by("pk").values_list("pk", "latest_revision_id", "last_published_at", "title")
        ),
        "revisions": Revision.objects.count(),
        "strings": list(StringTranslation.objects.order_by("pk").values_list("pk", "updated_at")),
        "sessions": list(LabSession.objects.order_by("pk").values_list("pk", "uid")),
        "people": list(User.objects.order_by("pk").values_list("pk", "password")),
        "rights": GroupPagePermission.objects.count(),
        "images": PortalImage.objects.count(),
        "words": GlossaryTerm.objects.count() + SynonymGroup.objects.count() + Figure.objects.count(),
    }


def pages(language: str) -> dict[tuple[int, str], Any]:
    """Live pages of one language by type and content key."""
    found = PortalPage.objects.live().filter(locale__language_code=language).specific()
    return {(page.content_type_id, page.content_key): page for page in found}


def words_of(page: Any) -> str:
    """Everything a visitor reads on a page but quotations, in the language of the page as in the index."""
    with translation.override(page.locale.language_code):
        document = page.search_document()
    quotes = [getattr(page, "quote", "")]
    quotes += [block.value["text"] for block in getattr(page, "body", []) if block.block_type == "quote"]
    text = " ".join([document.title, document.summary, *document.headings, document.body])
    for quote in filter(None, quotes):
        text = text.replace(quote, "")
    return text


def test_a_second_load_changes_nothing(demo: list[str]) -> None:
    before, said = state_of_the_site(), StringIO()
    call_command("load_demo", stdout=said)
    assert state_of_the_site() == before
    assert "nothing is changed" in said.getvalue()


def test_a_second_load_leaves_the_work_of_an_editor_alone(demo: list[str]) -> None:
    lab = LabPage.objects.get(content_key="didactisch-coachen", locale__language_code="nl")
    lab.title = "Coachen met vragen"
    lab.save_revision().publish()
    StoryPage.objects.get(content_key="samen-filosofie-geven", locale__language_code="nl").delete()
    call_command("load_demo", stdout=StringIO())
    lab.refresh_from_db()
    assert lab.title == "Coachen met vragen"
    assert not StoryPage.objects.filter(content_key="samen-filosofie-geven", locale__language_code="nl").exists()


def test_the_house_is_filled(demo: list[str]) -> None:
    dutch = {"locale__language_code": "nl"}
    assert HomePage.objects.filter(**dutch).count() == 1
    invented = LocationPage.objects.filter(represents__slug="voorbeeldlocatie", **dutch)
    assert LocationPage.objects.filter(**dutch).exclude(pk__in=invented).count() == 4
    assert invented.count() == 1
    assert Partner.objects.count() == len(read("partners"))
    assert LabPage.objects.filter(**dutch).count() == len(read("labs")) >= 12
    assert OutcomePage.objects.filter(**dutch).count() == len(read("outcomes"))
    assert StoryPage.objects.filter(**dutch).count() == len(read("stories"))
    assert GlossaryTerm.objects.filter(**dutch).count() >= len(read("glossary")["terms"])
    assert OnboardingPhase.objects.filter(**dutch).count() == len(read("onboarding")["phases"])
    assert TrainingGroup.objects.filter(**dutch).count() == 4
    assert ProgrammeVariant.objects.filter(**dutch).count() == len(read("variants"))


@pytest.mark.parametrize(
    ("model", "name", "fields"),
    [
        (LabPage, "labs", ["practice_question", "description", "steps", "take_away", "bring"]),
        (StoryPage, "stories", ["intro", "learned", "try"]),
        (RhythmElementPage, "rhythm", ["text", "purpose", "agenda"]),
        (InsightPage, "insights", ["text", "more", "what_helped"]),
        (PlanPage, "plans", ["text", "why", "open", "horizon"]),
        (ThemePage, "themes", ["description", "text", "questions"]),
        (LocationPage, "locations", ["intro", "what_is_different", "team"]),
        (OutcomePage, "outcomes", ["text", "verwerking"]),
        (NewsPage, "news", ["summary"]),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_that_was_written_reaches_its_page(
    demo: list[str], model: Any, name: str, fields: list[str], language: str
) -> None:
    shown = {page.content_key: words_of(page) for page in model.objects.filter(locale__language_code=language)}
    for entry in read(name):
        values = [entry.get(f"{field}_{language}", "") for field in fields]
        texts = [text for value in values for text in (value if isinstance(value, list) else [value])]
        assert [text for text in texts if text not in shown[entry["slug"]]] == []


def test_every_page_is_live_in_both_languages(demo: list[str]) -> None:
    dutch, english = pages("nl"), pages("en")
    assert dutch.keys() == english.keys()
    assert not PortalPage.objects.filter(live=False).exists()


@pytest.mark.parametrize("model", [GlossaryTerm, Figure, OnboardingPhase, TrainingGroup, ProgrammeVariant])
def test_every_small_list_is_there_in_both_languages(demo: list[str], model: Any) -> None:
    slugs = {
        language: set(model.objects.filter(locale__language_code=language).values_list("slug", flat=True))
        for language in ("nl", "en")
    }
    assert slugs["nl"] == slugs["en"]


def test_english_is_a_translation_an_editor_can_go_on_with(demo: list[str]) -> None:
    assert not PortalPage.objects.filter(locale__language_code="en", alias_of__isnull=False).exists()
    translations = Translation.objects.filter(enabled=True)
    translated = set(translations.values_list("source__object_id", flat=True))
    assert {page.translation_key for page in pages("nl").values()} <= translated
    assert [str(item) for item in translations if len(set(item.get_progress())) != 1] == []


def test_english_texts_differ_from_dutch_ones(demo: list[str]) -> None:
    dutch, english = pages("nl"), pages("en")
    names = {partner.name for partner in Partner.objects.all()} | SAME_TITLES
    same_title = {page.title for key, page in dutch.items() if page.title == english[key].title}
    assert same_title <= names
    assert [page.title for key, page in dutch.items() if page.summary and page.summary == english[key].summary] == []


def test_no_dutch_sentence_stands_on_an_english_page(demo: list[str]) -> None:
    wrong = {
        page.content_key: found.group()
        for page in pages("en").values()
        if (found := DUTCH_WORDS.search(words_of(page)))
    }
    assert wrong == {}


@pytest.mark.parametrize("model", [PortalPage, Figure, GlossaryTerm, OnboardingPhase, ProgrammeVariant, TrainingGroup])
def test_nothing_of_the_demo_site_is_half_translated(demo: list[str], model: Any) -> None:
    assert list(model.objects.filter(holds_dutch=True)) == []


def test_every_page_names_its_source_or_says_it_is_an_example(demo: list[str]) -> None:
    silent = [page.content_key for page in pages("nl").values() if not page.source_lines and not page.is_example]
    assert silent == []


@pytest.mark.parametrize("model", [LabPage, OutcomePage, NewsPage, EventPage, StoryPage])
def test_invented_content_is_marked_in_both_languages(demo: list[str], model: Any) -> None:
    assert not model.objects.filter(is_example=False).exists()


def test_refused_words_stand_on_no_page(demo: list[str]) -> None:
    refused = [form for word in read("glossary")["refused"] for form in word["forms"]]
    pattern = re.compile("|".join(map(re.escape, refused)), re.IGNORECASE)
    every = [*pages("nl").values(), *pages("en").values()]
    assert [page.content_key for page in every if pattern.search(words_of(page))] == []


def test_every_lab_has_sessions_in_the_school_year_outside_holidays(demo: list[str]) -> None:
    year = SchoolYear.objects.get()
    calendar = year.calendar()
    off = {row.starts for row in year.breaks.all() if not row.is_holiday}
    for lab in LabPage.objects.filter(locale__language_code="nl"):
        days = [timezone.localdate(session.starts) for session in lab.sessions.all()]
        assert len(days) >= 3, lab
        assert all(week_of_cycle(day, calendar) for day in days), lab
        assert not off & set(days), lab
        if lab.kind == LabKind.SKILLS:
            assert {week_of_cycle(day, calendar) for day in days} == {3}, lab


def test_the_example_calendar_counts_weeks_as_the_contract_does(demo: list[str]) -> None:
    calendar = SchoolYear.objects.get().calendar()
    for check in read("school_year")["checks"]:
        assert week_of_cycle(date.fromisoformat(check["monday"]), calendar) == check["week_in_cycle"]


def test_a_session_keeps_its_identity_and_english_holds_no_sessions(demo: list[str]) -> None:
    assert not LabSession.objects.filter(page__locale__language_code="en").exists()
    uids = list(LabSession.objects.values_list("uid", flat=True))
    assert len(set(uids)) == len(uids) == sum(map(len, read("sessions")["sessions"].values()))


@pytest.mark.parametrize("account", DEMO_ACCOUNTS, ids=lambda account: account.email)
def test_a_demo_account_can_sign_in_and_owns_its_space_only(demo: list[str], account: Any) -> None:
    user = User.objects.get(email=account.email)
    assert Client().login(username=account.email, password=account.password)
    assert user.is_superuser == (account.role == Role.ADMIN)
    assert user.get_full_name() == account.label
    assert user.last_name, "the form of one's own account asks for it"
    if account.partner == "kernteam":
        return
    partner = Partner.objects.get(slug=account.partner)
    own = partner.spaces.get(locale__language_code="en" if account.role == Role.TRANSLATOR else "nl")
    elsewhere = Partner.objects.get(slug="universiteit-utrecht").spaces.get(locale=own.locale)
    may_publish = account.role == Role.EDITOR and partner.formality == "formeel"
    assert own.permissions_for_user(user).can_edit()
    assert own.permissions_for_user(user).can_publish() == may_publish
    assert not elsewhere.permissions_for_user(user).can_edit()


def test_pictures_are_drawn_small_and_described(demo: list[str]) -> None:
    for image in PortalImage.objects.all():
        assert image.description
        assert (image.width, image.height) == (1200, 675)
        assert image.file.size < 30_000


def test_each_step_is_reported(demo: list[str]) -> None:
    assert demo[0] == "partners"
    assert demo[-2:] == ["references", "what the texts mean"]


def test_there_is_an_account_per_role_for_every_kind_of_partner(demo: list[str]) -> None:
    kinds = dict(Partner.objects.values_list("slug", "kind"))
    roles = {(kinds[account.partner], account.role) for account in DEMO_ACCOUNTS}

    for kind in set(kinds.values()) - {"kernteam"}:
        assert {role for found, role in roles if found == kind} == {Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR}, kind
    assert {role for kind, role in roles if kind == "kernteam"} == {Role.ADMIN, Role.CORE_ADMIN, Role.EDITOR}
    assert all(account.email.endswith("@opleidingshuis.example") for account in DEMO_ACCOUNTS)


def test_the_core_team_of_the_demo_has_its_roles_and_no_more(demo: list[str]) -> None:
    by_name = {name: User.objects.get(email=f"{name}@opleidingshuis.example") for name in ("kernbeheer", "redactie")}
    assert [role for partner, role in roles_of(by_name["kernbeheer"]) if partner is None] == ["core-admin"]
    assert [role for partner, role in roles_of(by_name["redactie"]) if partner is None] == ["core-editor"]


def test_make_run_shows_every_account_in_few_lines() -> None:
    lines = list(account_lines())

    assert len(lines) <= 10
    assert all(len(line) <= 100 for line in lines)
    for account in DEMO_ACCOUNTS:
        name = account.email.partition("@")[0]
        assert any(name in line.split() for line in lines), name
        assert account.password == f"demo-{name}-2026"


def test_search_knows_how_people_search_for_each_page_in_both_languages(demo: list[str]) -> None:
    stored = {(f"{each.kind}:{each.key}", each.language): each.phrases for each in StoredDocument.objects.all()}
    written = read("search_phrases")
    assert {name for name, _language in stored} == written.keys()
    for (name, language), phrases in stored.items():
        assert phrases == written[name][language], name


def test_what_every_visitor_asks_leads_first_to_the_page_that_answers_it(demo: list[str]) -> None:
    for language, words in (("nl", "open dag"), ("en", "vacancy")):
        (page,) = promoted(SearchRequest(language, words))
        assert StoredDocument.objects.get(object_type=page[0], object_id=page[1]).key == "wat-je-hier-niet-vindt"
