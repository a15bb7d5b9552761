"""Who watches sees what lives, whether visitors may come, and which part is not well."""

import shutil
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Revision

from portal.core import probes
from portal.core.mail.models import OutgoingMail
from portal.core.models.users import User
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from portal.partners.roles import core_group
from search import nightly, views
from search.models import NightlyTask, SearchEvent
from tests.alarms import ROOT, rules, series_in, tripped
from tests.portal.test_away import SIGNED_IN
from tests.portal.test_away import without_database as without_database
from tests.search.conftest import Searching, document

TOKEN = {"authorization": "Bearer kijk-maar"}


@pytest.fixture(autouse=True)
def watched(settings: Any) -> None:
    settings.HEALTH_TOKEN = "kijk-maar"


def figures(client: Client) -> dict[str, float]:
    """What Prometheus reads."""
    return series_in(client.get("/metrics", headers=TOKEN).content.decode())


def parts(client: Client) -> dict[str, str]:
    """What monitoring reads of the parts."""
    return client.get("/healthz", headers=TOKEN).json()["parts"]


def test_a_process_lives_while_the_database_is_away_and_is_not_ready(without_database: None, client: Client) -> None:
    assert client.get("/livez").content == b"ok\n"
    client = Client(raise_request_exception=False)
    ready, health = client.get("/readyz"), client.get("/healthz", headers=TOKEN)
    assert (ready.status_code, health.status_code) == (503, 503)
    assert b"database: away" in ready.content
    assert health.json()["parts"]["database"] == "away"
    assert "DatabaseAway" in tripped(figures(client), {})
    assert int(ready.headers["Retry-After"]) > 0


@pytest.mark.parametrize("way", ["post", "put"])
def test_a_form_or_a_translated_sentence_that_could_not_be_saved_is_an_alarm(without_database: None, way: str) -> None:
    client, watching = Client(raise_request_exception=False), Client()
    client.cookies.load(SIGNED_IN)
    before = figures(watching)
    assert client.get("/admin/pages/1/edit/").status_code == 503
    assert "NothingSaved" not in tripped(figures(watching), before)
    assert getattr(client, way)("/admin/pages/1/edit/", {"title": "Nieuw"}).status_code == 503
    assert "NothingSaved" in tripped(figures(watching), before)


@pytest.mark.elasticsearch
def test_a_site_is_ready_when_something_can_be_found(client: Client, searching: Searching) -> None:
    assert b"index: no page is stored" in client.get("/readyz").content
    assert "NothingToFind" in tripped(figures(client), {})
    searching.put(document("ritme", title="Ritme"))
    assert client.get("/readyz").content == b"ok\n"
    assert client.get("/readyz").headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_a_migration_that_waits_is_told_until_it_is_done(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probes._Migrated, "is_known_to_be_done", False)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'news' RETURNING name")
        gone = cursor.fetchall()
    assert f"migrations: {len(gone)} migrations wait".encode() in client.get("/readyz").content
    assert "MigrationsWait" in tripped(figures(client), {})


@pytest.mark.elasticsearch
def test_each_alarm_trips_by_what_it_is_for(client: Client, searching: Searching) -> None:
    searching.put(document("ritme", title="Ritme"))
    assert set(parts(client).values()) == {"ok"}
    assert tripped(figures(client), figures(client)) == set()
    page, long_ago = Page.objects.order_by("pk").last(), timezone.now() - timedelta(days=3)
    assert page

    OutgoingMail.objects.create(
        recipients=["a@example.org"], sender="b@example.org", subject="", message=b"", attempts=1
    )
    Revision.objects.filter(pk=page.save_revision().pk).update(approved_go_live_at=long_ago)
    NightlyTask.objects.update_or_create(name="forget", defaults={"done_for": nightly.night() - timedelta(days=2)})
    event = SearchEvent.objects.create(object_type="test.thing", object_id=1)
    SearchEvent.objects.filter(pk=event.pk).update(created_at=long_ago)

    found = parts(client)
    assert found["mail"] == "1 late"
    assert found["schedule"] == "1 wait for publish_scheduled"
    assert found["search night"].startswith("forget not since")
    assert found["search changes"].endswith("seconds late")
    assert tripped(figures(client), figures(client)) == {"MailLate", "PagesLate", "NightNotDone", "ChangesLate"}
    SearchEvent.objects.filter(pk=event.pk).update(dead=True)
    assert "ChangesGivenUp" in tripped(figures(client), {})
    assert parts(client)["search changes"].startswith("1 given up")


@pytest.mark.elasticsearch
def test_a_full_disk_and_an_engine_that_is_away_are_told(
    client: Client, searching: Searching, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(total=1000, free=49))
    settings.ELASTICSEARCH_URL = ""
    found = parts(client)
    assert found["disk"] == "5% free"
    assert found["search engine"] == "no address is set"
    assert {"DiskNearlyFull", "SearchEngineAway"} <= tripped(figures(client), {})


@pytest.mark.django_db
def test_a_page_that_fails_is_an_alarm(house: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(raise_request_exception=False)
    before = figures(client)
    monkeypatch.setattr(views, "search", lambda asked: 1 // 0)
    assert client.get("/nl/zoeken/?q=ritme").status_code == 500
    assert "PagesFail" in tripped(figures(client), before)


def test_a_portal_that_does_not_answer_is_an_alarm_of_prometheus_itself() -> None:
    assert tripped({"up": 0.0}, {}) == {"PortalAway"}


def test_each_alarm_is_in_the_page_that_says_what_to_do() -> None:
    page = (ROOT / "docs" / "operations.md").read_text()
    for name, rule in rules().items():
        assert f"| `{name}` | {rule['annotations']['summary']} | {rule['labels']['when']} | [{name}](#" in page
        assert f"\n## {name}\n" in page
    assert page.count("\n## ") == len(rules())
    tests = Path(__file__).read_text() + (ROOT / "tests" / "portal" / "test_backup_is_watched.py").read_text()
    assert [name for name in rules() if f'"{name}"' not in tests] == []


@pytest.mark.django_db
@pytest.mark.parametrize("shown", ["", "Bearer ", "Bearer kijk", "Basic kijk-maar", "Bearer kijk-maar-é"])
def test_without_the_token_nobody_but_the_core_team_sees_the_parts(client: Client, shown: str) -> None:
    provision_core_team()
    headers = {"authorization": shown} if shown else {}
    assert client.get("/healthz", headers=headers).status_code == 403
    somebody = User.objects.create_user("iemand@example.org")
    client.force_login(somebody)
    assert "parts" not in client.get("/healthz").json()
    somebody.groups.add(core_group(Role.CORE_EDITOR))
    client.force_login(somebody)
    assert "parts" in client.get("/healthz").json()


@pytest.mark.django_db
def test_an_empty_token_opens_nothing(client: Client, settings: Any) -> None:
    settings.HEALTH_TOKEN = ""
    assert client.get("/healthz", headers={"authorization": "Bearer "}).status_code == 403
