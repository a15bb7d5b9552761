"""Nobody overwrites what was saved elsewhere without knowing it; autosave goes on as before."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import StandardPage
from portal.core.models.users import User
from tests.factories import House, make_standard
from tests.race_plugin import together

QUESTION = "Somebody else saved this page"


ELSEWHERE = {
    "en": "You saved a newer version of this page in another window. Your text is still here.",
    "nl": "Je hebt in een ander venster een nieuwere versie van deze pagina opgeslagen. Je tekst staat er nog.",
}


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
        "form_key": form.initial["form_key"],
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


def saves_itself(answer: Any) -> bool:
    form = BeautifulSoup(answer.content, "html.parser").select_one("form[data-edit-form]")
    return "w-autosave" in form["data-controller"].split()


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


@pytest.mark.parametrize("language", ELSEWHERE)
@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_a_save_in_a_second_window_asks_before_it_replaces_what_the_first_one_saved(
    page: Any, sam: Client, language: str, action: dict[str, str]
) -> None:
    first, second = opened(sam, page), opened(sam, page)
    assert post(sam, page, {**first, "title": "Eerste venster"}, **action).status_code == 302
    sam.defaults["HTTP_ACCEPT_LANGUAGE"] = language

    asked = post(sam, page, {**second, "title": "Tweede venster"}, **action)

    assert ELSEWHERE[language] in asked.content.decode()
    assert 'value="Tweede venster"' in asked.content.decode(), "the text of the form is still there"
    assert title(page) == "Eerste venster"
    newest = Page.objects.get(pk=page.pk).latest_revision
    known = {"loaded_revision_id": str(newest.pk), "loaded_revision_created_at": newest.created_at.isoformat()}
    assert post(sam, page, {**second, **known, "title": "Tweede venster"}, **action).status_code == 302
    assert title(page) == "Tweede venster"


def test_the_autosave_of_a_second_window_replaces_nothing_of_the_first(page: Any, sam: Client) -> None:
    first = {**opened(sam, page), "title": "Eerste venster"}
    own = str(autosave(sam, page, first).json()["revision_id"])
    second = opened(sam, page)
    autosave(sam, page, {**first, "title": "Verder in het eerste", "overwrite_revision_id": own})

    assert autosave(sam, page, {**second, "title": "Tweede venster"}).json()["error_code"] == "invalid_revision"
    assert title(page) == "Verder in het eerste"


def test_a_form_that_asks_does_not_save_itself_before_the_answer(page: Any, sam: Client, noor: Client) -> None:
    mine, again = opened(sam, page), opened(sam, page)
    post(noor, page, {**opened(noor, page), "title": "Van Noor"})
    wrong = post(sam, page, {**opened(sam, page), "title": ""}, **{"action-publish": "1"})
    assert saves_itself(wrong), "with a mistake it goes on"

    assert not saves_itself(post(sam, page, {**mine, "title": "Van Sam"}))
    assert post(sam, page, {**opened(sam, page), "title": "Van Sam"}).status_code == 302
    assert not saves_itself(post(sam, page, {**again, "title": "Tweede venster"})), "of one's own work too"


def test_of_work_of_somebody_else_and_of_ones_own_the_first_is_told(page: Any, sam: Client, noor: Client) -> None:
    mine = opened(sam, page)
    post(noor, page, {**opened(noor, page), "title": "Van Noor"})
    post(sam, page, {**opened(sam, page), "title": "Tweede venster"})

    answer = post(sam, page, {**mine, "title": "Van Sam"}).content.decode()

    assert QUESTION in answer
    assert ELSEWHERE["en"] not in answer


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
