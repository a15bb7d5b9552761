"""What editors take home in a spreadsheet is text, whoever typed it."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.core.models.users import User

FORMULAS = ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "＝1", "a\x0bb"]


@pytest.mark.django_db
def test_no_cell_of_an_export_is_a_formula(client: Client) -> None:
    client.force_login(User.objects.create_superuser("beheer@example.nl", "x"))
    root = Page.get_first_root_node()
    for number, text in enumerate(FORMULAS):
        Redirect.objects.create(old_path=f"/oud-{number}", redirect_link=text)
        page = root.add_child(instance=Page(title=text, slug=f"pagina-{number}", locked=True, live=True))
        page.save_revision().publish()
        User.objects.create_user(f"{number}@example.nl", first_name=text)

    for name in ("wagtailadmin_reports:aging_pages", "wagtailadmin_reports:locked_pages", "wagtailredirects:index"):
        for row in _rows(client, reverse(name)):
            assert not [cell for cell in row if str(cell or "").strip()[:1] in set("=+-@＝")], name


def test_one_place_in_the_house_writes_csv() -> None:
    apps = ("portal", "search", "news", "curriculum", "locations", "home", "bin")
    files = [file for app in apps for file in Path(settings.BASE_DIR, app).rglob("*.py")]
    writing = [
        file for file in files if re.search(r"\bcsv\.writer|DictWriter|\bSpreadsheetExportMixin\b", file.read_text())
    ]

    assert [str(file.relative_to(settings.BASE_DIR)) for file in writing] == ["portal/core/exports.py"]


def _rows(client: Client, address: str) -> Any:
    text = client.get(address, {"export": "csv"}).getvalue().decode()
    assert "'=HYPERLINK" in text
    yield from csv.reader(io.StringIO(text))
    book = client.get(address, {"export": "xlsx"})
    yield from load_workbook(io.BytesIO(book.getvalue())).active.iter_rows(values_only=True)
