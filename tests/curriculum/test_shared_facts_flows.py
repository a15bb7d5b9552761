"""Every way an editor can change a lab: dates are the same in both languages, and each keeps its identity."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import querydict_from_html
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from curriculum.models import LabPage, LabSession
from tests.factories import House, in_english, make_editor, make_lab, make_session
from tests.kept import kept

pytestmark = pytest.mark.django_db
FIRST, SECOND = date(2026, 12, 1), date(2026, 12, 8)


@kept
def lab(house: House, school: Any) -> LabPage:
    """A live lab with two sessions, its catalogue and location in both languages."""
    in_english(house.labs)
    in_english(school)
    return make_lab(
        school,
        "coachen",
        title="Coachen",
        summary="Vragen stellen",
        sessions=[make_session(FIRST), make_session(SECOND)],
    )


@pytest.fixture
def editor(school: Any) -> Client:
    """The browser of an editor of Academie Tien."""
    client = Client()
    client.force_login(make_editor(school.partner))
    return client


def identities() -> list[UUID]:
    """Identities of what visitors see, in order of time."""
    return [session.uid for session in LabSession.objects.public().order_by("starts", "pk")]


def edit_form(editor: Client, page: Page) -> QueryDict:
    """Return what the edit form of a page would post, unchanged."""
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    data = querydict_from_html(html, form_id="page-edit-form")
    data["body-count"] = "0"
    return data


def add_row(data: QueryDict, day: date, **fields: str) -> None:
    """Fill in one more session."""
    number = int(str(data["sessions-TOTAL_FORMS"]))
    row = {"uid": "", "starts": f"{day} 15:45", "ends": f"{day} 17:15", "state": "gepland", "ORDER": str(number + 1)}
    for name, value in {**row, **fields}.items():
        data[f"sessions-{number}-{name}"] = value
    data["sessions-TOTAL_FORMS"] = str(number + 1)


def send(editor: Client, page: Page, data: QueryDict, **action: str) -> Any:
    for name, value in action.items():
        data[name.replace("_", "-")] = value
    return editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def translated(lab: LabPage, title: str) -> LabPage:
    """Translate a lab with wagtail-localize and publish the translation."""
    source, _made = TranslationSource.update_or_create_from_instance(lab)
    english = Locale.objects.get(language_code="en")
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=english)
    segment = StringSegment.objects.get(source=source, context__path="title")
    StringTranslation.objects.update_or_create(
        translation_of=segment.string, context=segment.context, locale=english, defaults={"data": title}
    )
    translation.refresh_from_db()
    translation.save_target(publish=False)
    page = LabPage.objects.get(translation_key=lab.translation_key, locale=english)
    page.get_latest_revision().publish()
    return LabPage.objects.get(pk=page.pk)


def sessions_on(client: Client, page: Page) -> list[str]:
    """Return the identities of the sessions a visitor reads on a page."""
    response = client.get(page.get_url())
    assert response.status_code == 200
    rows = BeautifulSoup(response.content, "html.parser").select("tr[data-session]")
    return [str(row["data-session"]) for row in rows]


def test_two_rows_added_in_one_visit_get_an_identity_each(editor: Client, lab: LabPage) -> None:
    known = identities()
    data = edit_form(editor, lab)
    add_row(data, date(2026, 12, 15))
    add_row(data, date(2027, 1, 12))

    assert send(editor, lab, data, action_publish="1").status_code == 302

    assert identities()[:2] == known
    assert len(set(identities())) == 4


def test_the_english_page_shows_the_dates_of_the_dutch_page_at_once(
    editor: Client, client: Client, lab: LabPage
) -> None:
    english = translated(lab, "Coaching")
    assert sessions_on(client, english) == [str(uid) for uid in identities()]

    data = edit_form(editor, lab)
    add_row(data, date(2026, 12, 15))
    send(editor, lab, data, action_publish="1")

    assert len(identities()) == 3
    assert sessions_on(client, english) == [str(uid) for uid in identities()]


def test_a_dutch_draft_leaves_the_english_page_as_it_is(editor: Client, client: Client, lab: LabPage) -> None:
    english = translated(lab, "Coaching")
    data = edit_form(editor, lab)
    add_row(data, date(2026, 12, 15))

    assert send(editor, lab, data).status_code == 302

    assert len(sessions_on(client, english)) == 2
    draft = LabPage.objects.get(pk=lab.pk).get_latest_revision_as_object()
    preview = BeautifulSoup(draft.make_preview_request().rendered_content, "html.parser")
    assert len(preview.select("tr[data-session]")) == 3


def test_bringing_a_translation_up_to_date_adds_no_rows(client: Client, lab: LabPage) -> None:
    english = translated(lab, "Coaching")
    known = identities()
    lab.title = "Didactisch coachen"
    lab.save_revision().publish()

    again = translated(LabPage.objects.get(pk=lab.pk), "Instructional coaching")

    assert again.pk == english.pk
    assert again.title == "Instructional coaching"
    assert LabSession.objects.filter(page=again).count() == 0
    assert identities() == known


def test_the_form_of_a_translation_has_no_dates(school: Any, lab: LabPage) -> None:
    english = translated(lab, "Coaching")
    Translation.objects.update(enabled=False)
    client = Client()
    client.force_login(make_editor(school.partner, email="sam@example.org"))

    html = client.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).content.decode()

    assert "sessions-TOTAL_FORMS" not in html
    assert 'name="week_in_cycle"' not in html
    assert 'name="title"' in html


def test_an_older_revision_and_then_the_newer_draft_keep_every_identity(lab: LabPage) -> None:
    older = lab.get_latest_revision()
    draft = lab.get_latest_revision_as_object()
    draft.sessions = [*draft.sessions.all(), make_session(date(2026, 12, 15), uid=uuid4())]
    newer = draft.save_revision()
    wanted = [session.uid for session in draft.sessions.all()]

    older.publish()
    assert identities() == wanted[:2]
    newer.publish()
    assert identities() == wanted


def test_removing_a_row_leaves_the_others_as_they_are(editor: Client, lab: LabPage) -> None:
    known = identities()
    data = edit_form(editor, lab)
    data["sessions-0-DELETE"] = "on"

    send(editor, lab, data, action_publish="1")

    assert identities() == known[1:]


def test_a_copy_of_a_lab_starts_without_dates(school: Any, lab: LabPage) -> None:
    copy = lab.copy(to=school, update_attrs={"slug": "kopie", "title": "Kopie"})

    assert copy.sessions.count() == 0
    assert len(identities()) == 2


def test_an_alias_in_english_repeats_no_session_and_may_become_a_page(
    client: Client, house: House, lab: LabPage
) -> None:
    known = identities()
    alias = lab.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)
    assert identities() == known

    ConvertAliasPageAction(alias).execute(skip_permission_checks=True)
    assert identities() == known
    assert sessions_on(client, LabPage.objects.get(pk=alias.pk)) == [str(uid) for uid in known]


def test_an_alias_of_the_dutch_lab_elsewhere_repeats_no_session(institute: Any, lab: LabPage) -> None:
    known = identities()
    lab.create_alias(parent=institute, update_slug="elders")

    assert identities() == known


def test_unpublishing_the_dutch_lab_takes_both_languages_and_the_dates_offline(client: Client, lab: LabPage) -> None:
    english = translated(lab, "Coaching")
    lab.unpublish()

    assert identities() == []
    assert client.get(english.get_url()).status_code == 404


def test_deleting_the_dutch_lab_leaves_no_dates_behind(lab: LabPage) -> None:
    english = translated(lab, "Coaching")
    Page.objects.get(pk=lab.pk).delete()

    assert LabSession.objects.count() == 0
    assert not LabPage.objects.filter(pk=english.pk, live=True).exists()


def test_saving_by_itself_twice_keeps_the_identity_of_a_new_row(editor: Client, lab: LabPage) -> None:
    data = edit_form(editor, lab)
    add_row(data, date(2026, 12, 15))
    url = reverse("wagtailadmin_pages:edit", args=[lab.pk])
    first = editor.post(url, data, headers={"accept": "application/json"}).json()
    assert first["success"]

    drafted = LabPage.objects.get(pk=lab.pk).get_latest_revision_as_object()
    new = next(session.uid for session in drafted.sessions.all() if session.uid not in identities())
    again = edit_form(editor, lab)
    assert again["sessions-2-uid"] == str(new)
    again["title"] = "Coachen 2"
    assert send(editor, lab, again, action_publish="1").status_code == 302

    assert new in identities()
    assert len(identities()) == 3


def test_an_identity_taken_from_another_lab_is_replaced(editor: Client, school: Any, lab: LabPage) -> None:
    other = make_lab(school, "schrijven", sessions=[make_session(FIRST)])
    stolen = other.sessions.get().uid
    data = edit_form(editor, lab)
    add_row(data, date(2026, 12, 15), uid=str(stolen))

    assert send(editor, lab, data, action_publish="1").status_code == 302

    assert stolen not in [session.uid for session in LabPage.objects.get(pk=lab.pk).sessions.all()]
    assert other.sessions.get().uid == stolen


def test_an_identity_used_twice_in_one_form_is_made_two(editor: Client, lab: LabPage) -> None:
    data = edit_form(editor, lab)
    data["sessions-1-uid"] = str(data["sessions-0-uid"])

    assert send(editor, lab, data, action_publish="1").status_code == 302

    assert len(set(identities())) == 2
    assert data["sessions-0-uid"] in [str(uid) for uid in identities()]


def test_the_template_of_a_new_row_carries_no_identity(editor: Client, lab: LabPage) -> None:
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[lab.pk])).content.decode()

    template = html.split('name="sessions-__prefix__-uid"')[1].split(">")[0]
    assert "value" not in template


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"ends": f"{FIRST} 15:00"}, "ends"),
        ({"ends": f"{FIRST + timedelta(days=1)} 17:15"}, "ends"),
        ({"capacity": "0"}, "capacity"),
        ({"reason": "Ziek"}, "reason"),
    ],
)
def test_a_session_that_cannot_be_is_refused_at_its_own_field(
    editor: Client, lab: LabPage, fields: dict[str, str], field: str
) -> None:
    data = edit_form(editor, lab)
    add_row(data, FIRST, **fields)
    response = send(editor, lab, data, action_publish="1")

    assert response.status_code == 200
    assert field in response.context["form"].formsets["sessions"].errors[2]
    assert len(identities()) == 2
