"""Nobody overwrites somebody else's work without knowing it; autosave goes on as before."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import StandardPage
from portal.core.models.users import User
from tests.factories import House, make_standard
from tests.race_plugin import together

QUESTION = "Somebody else saved this page"


def superuser(name: str) -> User:
    return User.objects.create_superuser(f"{name}@example.org", "een-lang-wachtwoord")


def browser(user: User) -> Client:
    """A browser in which somebody is signed in, reading English."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client


def opened(client: Client, page: Page) -> dict[str, Any]:
    """Open the edit form of a page and return what it would post unchanged."""
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    form = response.context["form"]
    latest = Page.objects.get(pk=page.pk).latest_revision
    data: dict[str, Any] = {
        "title": form.initial["title"],
        "summary": form.initial["summary"],
        "slug": form.initial["slug"],
        "seo_title": "",
        "search_description": "",
        "lists_children": "on",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    for formset in form.formsets.values():
        data[f"{formset.prefix}-TOTAL_FORMS"] = data[f"{formset.prefix}-INITIAL_FORMS"] = "0"
    if latest:
        data["loaded_revision_id"] = str(latest.pk)
        data["loaded_revision_created_at"] = latest.created_at.isoformat()
    return data


def post(client: Client, page: Page, data: dict[str, Any], **action: str) -> Any:
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**data, **action})


def autosave(client: Client, page: Page, data: dict[str, Any]) -> Any:
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data, headers={"accept": "application/json"})


def title(page: Page) -> str:
    return str(Page.objects.get(pk=page.pk).get_latest_revision_as_object().title)


@pytest.fixture
def page(house: House) -> StandardPage:
    return make_standard(house.about, "visie")


@pytest.fixture
def sam(db: None) -> Client:
    return browser(superuser("sam"))


@pytest.fixture
def noor(db: None) -> Client:
    return browser(superuser("noor"))


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}, {"action-submit": "1"}])
def test_a_save_over_somebody_elses_work_asks_first(
    page: Any, sam: Client, noor: Client, action: dict[str, str]
) -> None:
    first, second = opened(sam, page), opened(noor, page)
    assert post(noor, page, {**second, "title": "Van Noor"}).status_code == 302

    answer = post(sam, page, {**first, "title": "Van Sam"}, **action)

    assert answer.status_code == 200
    assert QUESTION in answer.content.decode()
    assert "Van Sam" in answer.content.decode(), "the text of the form is still there"
    assert title(page) == "Van Noor"


def test_a_second_press_replaces_knowingly(page: Any, sam: Client, noor: Client) -> None:
    first, second = opened(sam, page), opened(noor, page)
    post(noor, page, {**second, "title": "Van Noor"})
    asked = post(sam, page, {**first, "title": "Van Sam"})
    newest = Page.objects.get(pk=page.pk).latest_revision
    assert f'name="loaded_revision_id" value="{newest.pk}"' in asked.content.decode()

    again = {
        **first,
        "title": "Van Sam",
        "loaded_revision_id": str(newest.pk),
        "loaded_revision_created_at": newest.created_at.isoformat(),
    }

    assert post(sam, page, again).status_code == 302
    assert title(page) == "Van Sam"


def test_a_form_without_the_fields_is_not_trusted(page: Any, sam: Client) -> None:
    data = opened(sam, page)
    del data["loaded_revision_id"], data["loaded_revision_created_at"]

    assert QUESTION in post(sam, page, data).content.decode()


def test_an_own_autosave_and_publish_in_one_tab_pass(page: Any, sam: Client) -> None:
    data = {**opened(sam, page), "title": "Concept"}
    saved = autosave(sam, page, data)
    assert saved.json()["success"], saved.json()
    own = str(saved.json()["revision_id"])

    published = post(sam, page, {**data, "title": "Klaar", "overwrite_revision_id": own}, **{"action-publish": "1"})

    assert published.status_code == 302
    assert Page.objects.get(pk=page.pk).title == "Klaar"


def test_a_tab_opened_before_the_last_autosave_of_another_is_refused(page: Any, sam: Client, noor: Client) -> None:
    theirs = {**opened(noor, page), "title": "Van Noor"}
    own = str(autosave(noor, page, theirs).json()["revision_id"])
    mine = opened(sam, page)
    autosave(noor, page, {**theirs, "title": "Verder van Noor", "overwrite_revision_id": own})

    assert QUESTION in post(sam, page, {**mine, "title": "Van Sam"}).content.decode()


def test_an_autosave_over_somebody_elses_work_is_still_refused_by_wagtail(page: Any, sam: Client, noor: Client) -> None:
    mine, theirs = opened(sam, page), opened(noor, page)
    post(noor, page, {**theirs, "title": "Van Noor"})

    refused = autosave(sam, page, {**mine, "title": "Van Sam"})

    assert refused.status_code == 400
    assert title(page) == "Van Noor"


def test_a_new_page_and_a_preview_are_not_asked(house: House, page: Any, sam: Client) -> None:
    data = opened(sam, page)
    preview = sam.post(
        reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]), {**data, "loaded_revision_id": "1"}
    )
    assert preview.json()["is_valid"]

    new = nested_form_data({"title": "Nieuw", "slug": "nieuw", "summary": "", "body": streamfield([])})
    forms = {key: value for key, value in data.items() if key.endswith("_FORMS")}
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", house.about.pk])
    assert sam.post(address, {**forms, **new}).status_code == 302


@pytest.mark.parametrize("round_", range(4))
def test_of_two_who_save_at_the_same_moment_exactly_one_is_asked(committed_house: House, round_: int) -> None:
    page = make_standard(committed_house.about, "visie")
    browsers = [browser(superuser("sam")), browser(superuser("noor"))]
    forms = [opened(client, page) for client in browsers]

    answers = together(
        *[
            lambda client=client, form=form, name=name: post(
                client, page, {**form, "title": name}, **{"action-publish": "1"}
            )
            for client, form, name in zip(browsers, forms, ["Van Sam", "Van Noor"], strict=True)
        ]
    )

    assert sorted(answer.status_code for answer in answers) == [200, 302]
    winner = next(
        name for answer, name in zip(answers, ["Van Sam", "Van Noor"], strict=True) if answer.status_code == 302
    )
    assert Page.objects.get(pk=page.pk).title == winner
