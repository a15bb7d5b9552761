"""The floors of the house: who may use whom, read from the files themselves."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.floors import Sources

HOUSE = Sources(Path(__file__).resolve().parents[1])


def write(root: Path, files: Mapping[str, str]) -> Sources:
    """Return a small house with these files."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Sources(root)


def test_no_files_import_one_another_in_a_circle() -> None:
    assert [sorted(circle) for circle in HOUSE.circles()] == []


def test_imports_lead_down_the_floors() -> None:
    up = [f"{item.importer}:{item.line} {item.imported}" for item in HOUSE.imports if item.goes_up]

    assert up == []


def test_templates_use_nothing_of_the_floors_above() -> None:
    assert HOUSE.templates_up() == []


def test_an_import_inside_a_function_gives_its_reason() -> None:
    silent = [item for item in HOUSE.late_imports() if not item.has_reason]

    assert [f"{item.module}:{item.line}" for item in silent] == []


@pytest.mark.parametrize(
    "late",
    ["def late():\n    from news.pages import page\n", "def late():\n    import news.pages\n", "from . import pages\n"],
)
def test_a_circle_is_seen_wherever_its_imports_stand(tmp_path: Path, late: str) -> None:
    house = write(
        tmp_path,
        {
            "news/__init__.py": "",
            "news/pages.py": "from news import queries\n",
            "news/queries.py": "from news.lists import rows\n",
            "news/lists.py": late,
            "news/words.py": "from news.pages import page\n",
        },
    )

    assert house.circles() == [frozenset({"news.pages", "news.queries", "news.lists"})]


def test_what_only_a_type_checker_sees_makes_no_circle_but_leads_down_too(tmp_path: Path) -> None:
    for_types = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from home.pages import Page\n"
    house = write(tmp_path, {"home/pages.py": "from portal.base import Base\n", "portal/base.py": for_types})

    assert house.circles() == []
    assert [(item.importer, item.imported) for item in house.imports if item.goes_up] == [("portal.base", "home.pages")]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("base.html", "{% load i18n news_tags %}"),
        ("base.html", "{% load latest from news_tags %}"),
        ("components/card.html", '{% include "news/item.html" with item=item only %}'),
        ("search/results.html", "{% extends 'news/frame.html' %}"),
    ],
)
def test_a_template_that_reaches_up_is_seen(tmp_path: Path, template: str, text: str) -> None:
    files = {"news/templatetags/news_tags.py": "", f"templates/{template}": text, "templates/home/own.html": text}

    assert [found.partition(":")[0] for found in write(tmp_path, files).templates_up()] == [template]


def test_the_ground_has_floors_of_its_own(tmp_path: Path) -> None:
    files = {"portal/core/pages.py": "from portal.partners import models\n", "portal/partners/models.py": ""}

    assert [item.imported for item in write(tmp_path, files).imports if item.goes_up] == ["portal.partners.models"]


def test_python_that_shows_a_template_of_a_floor_above_is_seen(tmp_path: Path) -> None:
    files = {"portal/core/views.py": 'NAME = "news/item.html"\n', "home/views.py": 'NAME = "news/item.html"\n'}

    assert write(tmp_path, files).templates_up() == ["portal.core.views: news/item.html"]


@pytest.mark.parametrize(
    ("body", "has_reason"),
    [
        ("    import re\n", False),
        ("    import re  # noqa: F401\n", False),
        ("    import re  # large, and hardly ever needed\n", True),
        ("    # Large, and hardly ever needed.\n    import re\n", True),
        ("    # Large, both of them.\n    import re\n    import ast\n", True),
        ("    # About something else.\n    x = 1\n    import re\n", False),
        ("    x = 1  # about something else\n    import re\n", False),
    ],
)
def test_only_a_comment_beside_the_import_is_a_reason(tmp_path: Path, body: str, has_reason: bool) -> None:
    house = write(tmp_path, {"news/late.py": f"def late():\n{body}"})

    assert {item.has_reason for item in house.late_imports()} == {has_reason}


def test_the_place_django_gives_for_late_imports_needs_no_reason(tmp_path: Path) -> None:
    config = "class Config:\n    def ready(self):\n        import re\n"

    assert write(tmp_path, {"news/apps.py": config}).late_imports() == []
    assert write(tmp_path, {"news/other.py": config}).late_imports() != []
