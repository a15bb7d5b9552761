"""The accessibility statement tells what was looked at, whole and as it is now, and whom to tell what is wrong."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from home.accessibility.looked_at import looked_at, write_down
from portal.core.page_types import page_types
from tests.e2e.addresses import kinds
from tests.e2e.pairs import WIDTHS
from tests.factories import House

ADDRESSES = {"nl": "/nl/toegankelijkheidsverklaring/", "en": "/en/accessibility-statement/"}


def test_it_is_about_every_kind_of_page_and_screen_that_there_is() -> None:
    """Write it anew: PORTAL_WRITES_STATEMENT=1 pytest -m e2e tests/e2e/test_gates.py -k accessible."""
    found = looked_at()

    assert (found.pages, found.views) == kinds(str(model._meta.model_name) for model in page_types())
    assert found.widths == WIDTHS
    assert found.program.startswith("axe-core ")


def test_what_is_written_down_is_read_as_it_was(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    found = looked_at()
    monkeypatch.setattr("home.accessibility.looked_at.FILE", tmp_path / "looked_at.json")
    write_down(found)
    looked_at.cache_clear()

    assert looked_at() == found
    looked_at.cache_clear()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_has_the_parts_of_the_dutch_model_and_stands_below_every_page(house: House, language: str) -> None:
    client = Client()
    shown = BeautifulSoup(client.get(ADDRESSES[language]).content, "html.parser")
    text = " ".join(shown.main.get_text(" ").split())

    assert len(shown.main.find_all("h2")) == 5
    assert "http" in text
    assert "EN 301 549" in text
    assert str(looked_at().day.year) in text
    assert shown.main.find("a", href=lambda address: address and "contact" in address)
    assert shown.main.find("a", href=lambda address: address and "nationaleombudsman" in address)
    home = BeautifulSoup(client.get(f"/{language}/").content, "html.parser")
    assert home.find("footer").find("a", href=ADDRESSES[language])


def test_it_says_who_stands_for_it_or_that_nobody_does(house: House, settings: Any) -> None:
    assert "Niemand van het bestuur" in Client().get(ADDRESSES["nl"]).content.decode()
    settings.ACCESSIBILITY_SIGNED_BY = "Rector, 1 december 2026"
    shown = Client().get(ADDRESSES["nl"]).content.decode()

    assert "Rector, 1 december 2026" in shown
    assert "Niemand van het bestuur" not in shown
