"""A database that takes nothing new, as with a full disk: searchers go on, and nothing that was typed is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from wagtail.users.models import UserProfile

from home.models import StandardPage
from portal.settings.base import cache as configured_cache
from search.models import SearchCount
from tests.factories import House, make_editor, make_location, make_standard
from tests.permissions.forms import fields_of

NO_ROOM = "RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'"
READ_ONLY = (
    "RAISE EXCEPTION 'cannot execute UPDATE in a read-only transaction' USING ERRCODE = 'read_only_sql_transaction'"
)


@contextmanager
def full_disk(*tables: str, says: str = NO_ROOM) -> Iterator[None]:
    """Let PostgreSQL refuse every new row of these tables, with the error it has for a full disk, or another one."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {says}; END $$")
        for table in tables:
            cursor.execute(f"CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON {table} EXECUTE FUNCTION no_room()")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION no_room CASCADE")


@pytest.fixture
def shared(settings: Any) -> None:
    """Limits are counted in the database, and search answers from it."""
    settings.CACHES = configured_cache("", shared=True)
    settings.ELASTICSEARCH_URL = ""


@pytest.mark.parametrize("says", [NO_ROOM, READ_ONLY])
def test_a_search_that_cannot_be_counted_is_answered(committed_house: House, shared: None, says: str) -> None:
    with full_disk("search_searchcount", says=says):
        answer = Client().get("/nl/zoeken/?q=ritme")
    assert answer.status_code == 200
    assert b"data-total" in answer.content
    assert not SearchCount.objects.exists()


@pytest.mark.parametrize("says", [NO_ROOM, READ_ONLY])
def test_nobody_is_told_to_have_asked_too_often_because_nothing_can_be_counted(
    committed_house: House, shared: None, settings: Any, says: str
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"search": "3/m/ip"}
    with full_disk("portal_cache", says=says):
        assert Client().get("/nl/zoeken/?q=ritme").status_code == 200


@pytest.mark.parametrize(
    ("language", "heading", "button", "says"),
    [
        ("nl", "Nog niet opgeslagen", "Opnieuw versturen", NO_ROOM),
        ("en", "Not saved yet", "Send again", NO_ROOM),
        ("nl", "Nog niet opgeslagen", "Opnieuw versturen", READ_ONLY),
    ],
)
def test_an_editor_gets_back_what_could_not_be_saved_in_their_language_and_sends_it_again(
    committed_house: House, language: str, heading: str, button: str, says: str
) -> None:
    school = make_location(committed_house.locations)
    page = make_standard(school, "over-ons")
    editor = make_editor(school.represents)
    UserProfile.objects.create(user=editor, preferred_language=language)
    client = Client(raise_request_exception=False)
    client.force_login(editor)
    address = f"/admin/pages/{page.pk}/edit/"
    typed = fields_of(client.get(address).content.decode(), address) | {
        "title": "Écht “nieuw” & <anders>",
        "summary": "Eerste regel\r\ntweede regel",
    }
    with full_disk("wagtailcore_revision", says=says):
        answer = client.post(address, typed)
        by_itself = client.post(address, typed, headers={"accept": "application/json"})
    assert (by_itself.status_code, by_itself.json()["error_code"]) == (503, "away")
    shown = BeautifulSoup(answer.content, "html.parser")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (503, "no-store")
    assert shown.html["lang"] == language
    assert shown.h1.text.strip() == heading
    assert not shown.select("nav a"), "a link would leave what was typed"
    assert shown.select_one("button[form=sent]").text.strip() == button
    assert StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object().title == page.title

    held = fields_of(answer.content.decode(), address)
    assert held == {name: value for name, value in typed.items() if value != []}
    assert client.post(address, held).status_code == 302
    assert StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object().title == "Écht “nieuw” & <anders>"


def test_a_password_is_not_given_back(committed_house: House) -> None:
    typed = {"login": "noor@example.org", "password": "geheim van noor"}
    with full_disk("portal_auditlogentry"):
        answer = Client(raise_request_exception=False).post("/nl/account/login/", typed)
    assert answer.status_code == 503
    assert b"geheim" not in answer.content
    assert "We zijn zo terug" in answer.content.decode()
