"""A third language is a setting: German is added to it, and every kind of page, list, feed and search works."""

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest
from django.db import connections
from django.utils.translation import override
from wagtail.models import get_page_models

from bin import demo_site
from portal.core.address_words import address
from portal.core.models.pages import PortalPage
from portal.core.worded import PerLanguage, worded
from tests.copies import drop_database, make_database
from tests.third_language import VIEWS

LOOKS = "import django; django.setup(); from tests.third_language import main; main()"


@pytest.fixture(scope="module")
def german(django_db_setup: Any, django_db_blocker: Any) -> dict[str, Any]:
    """What a German visitor found on the demo site, in a process with the language in its settings."""
    base = connections["default"].settings_dict
    with django_db_blocker.unblock():
        name = make_database("german", demo_site.ensure(base))
    url = f"postgres://{base['USER']}:{base['PASSWORD']}@{base['HOST']}:{base['PORT']}/{name}"
    known = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.german", "DATABASE_URL": url}
    known["PORTAL_TEST_DATABASE_SUFFIX"] = f"{os.environ.get('PORTAL_TEST_DATABASE_SUFFIX', '')}_german"
    try:
        run = subprocess.run([sys.executable, "-c", LOOKS], env=known, capture_output=True, text=True, check=False)
    finally:
        drop_database(name)
    assert run.returncode == 0, run.stderr[-4000:]
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return found


@pytest.mark.timeout(600)
def test_every_kind_of_page_answers_in_german_with_all_it_links_to(german: dict[str, Any]) -> None:
    kinds = {model.__name__ for model in get_page_models() if issubclass(model, PortalPage)} - {"PortalPage"}
    assert set(german["german"]) == kinds
    assert {path: status for path, status in german["status"].items() if status not in (200, 301, 302)} == {}
    assert len(german["status"]) > 60


def test_views_feeds_and_calendars_have_an_address_in_german(german: dict[str, Any]) -> None:
    opened = {path for path, status in german["status"].items() if status == 200}
    assert set(VIEWS) <= opened


def test_each_page_names_its_three_languages_and_the_switch_leads_to_them(german: dict[str, Any]) -> None:
    for name, url in german["german"].items():
        here, dutch = german["heads"][name], german["dutch_heads"][name]
        assert here["lang"] == "de", name
        assert set(here["alternates"]) == {"nl", "en", "de", "x-default"}, name
        assert here["alternates"] == dutch["alternates"]
        assert here["alternates"]["de"].endswith(url)
        assert set(here["switch"]) == {"nl", "en"}, name
        assert dutch["switch"]["de"] == url, name


def test_the_sitemap_lists_german_pages_and_the_views_below_them_once(german: dict[str, Any]) -> None:
    listed = [re.sub(r"^https?://[^/]+", "", url) for url in re.findall(r"<loc>([^<]+)", german["sitemap"])]
    assert len(listed) == len(set(listed))
    assert {*german["german"].values(), "/de/labs/calendar/", "/de/locaties/compare/"} <= set(listed)


def test_search_finds_german_pages(german: dict[str, Any]) -> None:
    lab = german["german"]["LabPage"]
    assert any(link.startswith(f"/de/search/to{lab}") for link in german["found"])


def test_a_language_without_words_of_its_own_borrows_the_english() -> None:
    assert [worded(language) for language in ("nl", "en", "de")] == ["nl", "en", "en"]
    assert PerLanguage(nl="agenda", en="calendar")["de"] == "calendar"
    asked = [("locatie", "nxt-doorn"), ("periode", "deze-week")]
    assert address(asked, "de") == address(asked, "en") == "?location=nxt-doorn&period=this-week"
    with override("de"):
        assert worded() == "en"
