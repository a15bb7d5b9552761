"""A draft may lack anything and loses nothing; nothing unfinished reaches visitors, by whatever road."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import Translation

from curriculum.labs.rows import LabSession
from curriculum.models import LabPage
from locations.blocks import DevelopmentQuestionsBlock
from portal.core.blocks import DraftableStream, StoryBlock
from portal.core.drafts.gate import UnfinishedError, refuse_unfinished
from portal.core.models.users import User
from tests.factories import House, make_event, make_insight, make_lab, make_session, make_standard, make_story
from tests.kept import kept
from tests.permissions.forms import fields_of
from tests.portal.roads import draft, fresh, its_time, many_at_once, sent_for_review
from tests.portal.translating import browser_of, english, lab_in_two_languages, submit, translate

UNFINISHED: dict[str, dict[str, Any]] = {
    "quote": {"text": "Zo leer je het.", "source": "", "source_lines": "", "language": "nl"},
    "notice": {"heading": "Let op", "text": "", "page": None, "button": "Bekijk de labs"},
    "listing": {"kind": "agenda", "heading": "Zo gaat het", "lines": []},
    "facts": {"heading": "Feiten", "facts": [{"term": "Dagen", "value": ""}]},
    "table": {"caption": "", "columns": ["Week", "Wat"], "rows": [["1"]]},
    "timeline": {"heading": "Eerder", "moments": [{"when": "", "text": "", "is_plan": False}]},
    "figures": {"heading": "Getallen", "figures": []},
    "cards": {"heading": "Verder", "pages": []},
    "picture": {"image": None, "alt_text": "", "decorative": False, "caption": "De gevel"},
}
"""Of each kind of block that asks for something: one in which that is not there yet."""
LISTS = ("lines", "facts", "columns", "rows", "moments", "figures", "pages")


@kept
def lab(house: House, school: Any) -> LabPage:
    """A lab that is live in both languages."""
    return lab_in_two_languages(house, school)


@pytest.fixture
def core(lab: LabPage) -> Client:
    """The browser of somebody who may do everything."""
    return browser_of(User.objects.get(is_superuser=True))


def sent(page: Any, core: Client, body: list[tuple[str, Any]], revision: Any = None, **fields: str) -> Any:
    """Send the form of a page, or of an earlier version, with other running text, and return the answer."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if revision:
        address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision])
    known = fields_of(core.get(address).content.decode(), address)
    known = {name: value for name, value in known.items() if not name.startswith("body-")}
    with TestCase.captureOnCommitCallbacks(execute=True):
        return core.post(address, {**known, **nested_form_data({"body": streamfield(body)}), **fields})


def typed(name: str) -> Any:
    """An unfinished block as the form sends it."""
    value = dict(UNFINISHED[name])
    for key in LISTS:
        if key in value:
            value[key] = as_rows([as_rows(item) if isinstance(item, list) else item for item in value[key]])
    if "text" in value and name != "quote":
        value["text"] = rich_text("")
    if name == "timeline":
        value["moments"] = as_rows([{"when": "", "text": rich_text("")}])
    return {key: "" if part is None else part for key, part in value.items() if part is not False}


def as_rows(items: list[Any]) -> dict[str, Any]:
    """Rows of a list as the form sends them."""
    rows: dict[str, Any] = {"count": str(len(items))}
    for place, item in enumerate(items):
        rows[str(place)] = {"value": item, "deleted": "", "order": str(place)}
    return rows


def body_of(page: Any) -> Any:
    """The running text of the newest draft."""
    return fresh(page).get_latest_revision_as_object().body


@pytest.mark.django_db
def test_each_unfinished_block_is_kept_in_a_draft_shown_in_its_preview_and_not_published(
    core: Client, lab: LabPage
) -> None:
    for name in UNFINISHED:
        assert sent(lab, core, [(name, typed(name))], **{"action-save-draft": "on"}).status_code == 302, name
        (block,) = body_of(lab)
        told = {key: part for key, part in UNFINISHED[name].items() if isinstance(part, str) and part}
        assert {key: getattr(block.value[key], "source", block.value[key]) for key in told} == told
        assert draft_of(lab).make_preview_request().status_code == 200, name
        for button in ("action-publish", "action-submit"):
            assert sent(lab, core, [(name, typed(name))], **{button: "on"}).status_code == 200, name
        assert [child.block_type for child in fresh(lab).body] == ["paragraph"]


def draft_of(page: Any) -> Any:
    return fresh(page).get_latest_revision_as_object()


@pytest.mark.django_db
@pytest.mark.parametrize("road", [many_at_once, its_time], ids=lambda road: road.__name__)
def test_no_road_without_a_form_shows_visitors_an_unfinished_block(
    core: Client, lab: LabPage, road: Callable[[Client, Any], str]
) -> None:
    for name, value in UNFINISHED.items():
        PageLogEntry.objects.all().delete()
        revision = draft(lab, body=[("paragraph", "<p>Nieuw.</p>"), (name, value)])

        road(core, fresh(lab))

        assert [child.block_type for child in fresh(lab).body] == ["paragraph"], name
        assert fresh(lab).latest_revision_id == revision.pk, "the draft is still there"


@pytest.mark.django_db
def test_an_unfinished_earlier_version_is_not_published_by_its_form_and_not_sent_on_by_code(
    core: Client, lab: LabPage
) -> None:
    revision = draft(lab, body=[("quote", UNFINISHED["quote"])])

    answer = sent(lab, core, [("quote", typed("quote"))], revision.pk, **{"action-publish": "on"})

    assert answer.status_code == 200
    assert [child.block_type for child in fresh(lab).body] == ["paragraph"]
    with pytest.raises(UnfinishedError):
        lab.partner.workflow.start(fresh(lab), None)


@pytest.mark.django_db
def test_who_publishes_without_a_form_reads_what_is_missing_and_where(lab: LabPage) -> None:
    body = [("paragraph", "<p>Nieuw.</p>"), ("facts", UNFINISHED["facts"]), ("picture", UNFINISHED["picture"])]

    with pytest.raises(UnfinishedError) as told:
        draft(lab, body=body).publish()

    assert "Meer over dit lab › Feiten › Feiten › Feit › Wat het is: Dit is een verplicht veld." in told.value.why
    assert "Meer over dit lab › Afbeelding › Afbeelding: " in told.value.why


@pytest.mark.django_db
def test_a_colleague_who_looks_at_it_keeps_a_draft_and_cannot_approve_it_unfinished(core: Client, lab: LabPage) -> None:
    draft(lab, summary="Andere woorden")
    sent_for_review(core, fresh(lab))
    assert fresh(lab).current_workflow_state
    assert sent(lab, core, [("picture", typed("picture"))]).status_code == 302
    state = fresh(lab).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[lab.pk, "approve", state.pk])

    answer = core.post(address, follow=True)

    assert "Niet gepubliceerd" in answer.content.decode()
    assert fresh(lab).summary == "Vragen stellen"
    assert [child.block_type for child in body_of(lab)] == ["picture"]


@pytest.mark.django_db
def test_a_translation_of_a_draft_that_is_not_finished_is_not_published_either(
    core: Client, lab: LabPage, school: Any
) -> None:
    page = make_standard(school, "later", live=False, body=[("notice", UNFINISHED["notice"])])
    submit(page)
    translate(page)
    with pytest.raises(UnfinishedError), TestCase.captureOnCommitCallbacks(execute=True):
        Translation.objects.get(source__object=page.translation_key).save_target()

    answer = core.post(reverse("wagtailadmin_pages:edit", args=[english(page).pk]), {"action": "publish"}, follow=True)

    assert answer.status_code == 200
    assert not english(page).live


@pytest.mark.django_db
def test_what_stands_on_the_site_already_can_still_be_saved(lab: LabPage) -> None:
    """A rule that came later is no reason to refuse a change of something else."""
    stored = LabPage.objects.get(pk=lab.pk)
    stored.body = [("quote", UNFINISHED["quote"])]
    LabPage.objects.bulk_update([stored], ["body"])
    page = LabPage.objects.get(pk=lab.pk)
    page.is_example = True

    page.save()

    assert LabPage.objects.get(pk=lab.pk).is_example


@pytest.mark.django_db
def test_rules_of_pages_and_rows_wait_until_a_draft_is_published(house: House, school: Any, core: Client) -> None:
    lab = make_lab(school, "afgezegd", sessions=[make_session(school.first_published_at.date())])
    cancelled = {"sessions-0-state": LabSession.State.CANCELLED, "sessions-0-reason": ""}
    pages = [
        (lab, cancelled),
        (make_insight(house.about), {"kind": "advies", "audience": ""}),
        (make_event(house.about), {"is_cancelled": "on", "reason": ""}),
        (make_story(school), {"basis": "verteld", "consent": "gevraagd"}),
        (school, {"latitude": "52.1", "longitude": ""}),
    ]
    for page, fields in pages:
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        known = fields_of(core.get(address).content.decode(), address)
        assert set(fields) <= set(known) | {"is_cancelled"}, page
        assert core.post(address, {**known, **fields}).status_code == 302, page
        with pytest.raises(ValidationError):
            refuse_unfinished(draft_of(page))
        known = fields_of(core.get(address).content.decode(), address)
        assert core.post(address, {**known, "action-publish": "on"}).status_code == 200, page


def test_two_questions_with_one_short_name_are_kept_in_a_draft_and_not_published() -> None:
    twice = {"question": "Waar?", "key": "waar", "answers": []}
    text = DevelopmentQuestionsBlock()
    value = text.normalize([("question", twice), ("question", twice)])

    assert len(text.clean_deferred(value)) == 2
    with pytest.raises(ValidationError):
        text.clean(value)


@contextmanager
def hasty_threads() -> Iterator[None]:
    """Let threads take turns as often as can be."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def test_a_draft_and_a_page_that_is_published_are_checked_at_once_and_neither_gets_the_rules_of_the_other() -> None:
    text = StoryBlock()
    value = text.normalize([("quote", UNFINISHED["quote"]), ("table", UNFINISHED["table"])] * 3)

    def is_refused(place: int) -> bool:
        check = StoryBlock().clean_deferred if place % 2 else StoryBlock().clean
        try:
            check(value)
        except ValidationError:
            return True
        return False

    with hasty_threads(), ThreadPoolExecutor(6) as pool:
        refused = list(pool.map(is_refused, range(300)))

    assert refused == [True, False] * 150
    with pytest.raises(ValidationError):
        text.clean(value)


def test_every_text_of_ours_is_one_that_can_be_a_draft() -> None:
    ours = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, StreamField) and not isinstance(field.stream_block, DraftableStream)
    ]

    assert ours == []
