"""The frame of every page, the error pages, and the rules templates keep."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client

from tests.factories import House, in_english

TEMPLATES = Path(settings.BASE_DIR) / "templates"
PAGES = sorted(TEMPLATES.rglob("*.html"))
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
LINE_LIMIT = 120
"""Characters, as in Python: what does not fit beside something else is not read."""
STYLESHEET_LIMIT = 13_000
"""Bytes as they are sent, compressed: one file for every page, read by a visitor once."""


def stylesheet() -> str:
    return Path(str(finders.find("portal/css/portal.css"))).read_text(encoding="utf-8")


@pytest.mark.parametrize("template", COMPONENTS, ids=lambda path: path.stem)
def test_each_component_says_what_it_takes(template: Path) -> None:
    assert "{% comment %}" in template.read_text(encoding="utf-8").partition("{% endcomment %}")[0]


def test_no_template_has_a_line_longer_than_120_characters() -> None:
    long = [
        f"{path.relative_to(TEMPLATES)}:{number} is {len(line)}"
        for path in [*PAGES, *sorted(TEMPLATES.rglob("*.txt"))]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > LINE_LIMIT
    ]

    assert not long


def test_a_block_of_help_has_the_icon_that_its_margin_is_for() -> None:
    opening = re.compile(r'class="help-block[^>]*>\s*(?:{% if [^%]*%}\s*)?(?!{% icon|\s|{% if)')
    bare = [str(path.relative_to(TEMPLATES)) for path in PAGES if opening.search(path.read_text(encoding="utf-8"))]

    assert not bare


def test_a_table_of_the_admin_is_a_list_on_a_phone() -> None:
    tables = {path: re.findall(r'<table class="(listing[^"]*)"(.*?)</table>', path.read_text(), re.S) for path in PAGES}
    wide = [
        str(path.relative_to(TEMPLATES))
        for path, found in tables.items()
        for classes, table in found
        if classes != "listing listing--dashboard" and not ("as-list" in classes and 'role="table"' in table)
    ]
    assert any(tables.values())
    assert not wide


def test_a_drawing_stands_in_a_component_and_not_in_a_page() -> None:
    drawn = [path.relative_to(TEMPLATES) for path in PAGES if "<svg" in path.read_text(encoding="utf-8")]

    assert {str(path.parent) for path in drawn} <= {"components", "locations/drawings"}


def test_a_drawing_has_a_size_of_its_own_for_who_reads_without_the_stylesheet() -> None:
    drawings = [
        (path.stem, drawing)
        for path in PAGES
        for drawing in re.findall(r"<svg[^>]*>", path.read_text(encoding="utf-8"))
    ]

    assert len(drawings) > 10
    assert [name for name, drawing in drawings if not re.search(r"\swidth=", drawing)] == []


@pytest.mark.parametrize("template", PAGES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_no_template_needs_an_unsafe_policy(template: Path) -> None:
    html = template.read_text(encoding="utf-8")
    scripts = re.findall(r"<script(?![^>]*(?:\bsrc=|application/(?:ld\+)?json))", html)

    assert not scripts
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=\"|javascript:", html)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)


def test_the_stylesheet_stays_within_its_budget_and_asks_nobody_else() -> None:
    css = stylesheet()

    assert len(gzip.compress(css.encode())) < STYLESHEET_LIMIT
    assert not re.search(r"url\([\"']?(?:https?:)?//|@import", css)


def test_the_font_and_its_licence_are_served_from_here() -> None:
    assert finders.find("portal/fonts/commissioner-latin-flar-normal.woff2")
    assert finders.find("portal/fonts/OFL.txt")
    assert "../fonts/commissioner-latin-flar-normal.woff2" in stylesheet()


def test_each_gable_has_a_house_a_mark_and_a_colour() -> None:
    from locations.models.vocabularies import Gable

    house = (TEMPLATES / "components" / "house.html").read_text(encoding="utf-8")
    sprite = (TEMPLATES / "components" / "sprite.html").read_text(encoding="utf-8")
    for gable in Gable.values:
        assert f'id="g-{gable}"' in sprite
        assert f'[data-loc="{gable}"]' in stylesheet()
        assert gable == "huis" or f'gable == "{gable}"' in house


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_that_does_not_exist_leads_on_in_the_language_of_its_address(
    house: House, client: Client, language: str
) -> None:
    in_english(house.home)
    answer = client.get(f"/{language}/bestaat-niet/")
    html = answer.content.decode()

    assert answer.status_code == 404
    assert f'<html lang="{language}" data-week="0">' in html
    assert 'type="search"' in html
    assert f'href="/{language}/"' in html
    assert not answer.cookies


@pytest.mark.django_db
def test_a_page_that_does_not_exist_still_answers_without_a_home_page(client: Client) -> None:
    assert client.get("/nl/bestaat-niet/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("template", ["500.html", "503.html"])
def test_the_pages_for_a_broken_portal_need_no_database(template: str, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        html = render_to_string(template)

    assert '<div lang="en"' in html
    assert 'href="/nl/"' in html


@pytest.mark.django_db
def test_the_icon_is_found_at_its_traditional_address(client: Client) -> None:
    assert client.get("/favicon.ico").headers["Location"].endswith("favicon.svg")


@pytest.mark.django_db
def test_only_the_editors_screens_may_start_scripts_from_the_page(house: House, client: Client) -> None:
    public = client.get("/nl/").headers["Content-Security-Policy"]
    editors = client.get("/admin/login/").headers["Content-Security-Policy"]

    assert "unsafe" not in public
    assert "script-src 'self' 'unsafe-inline'" in editors
    assert "unsafe-eval" not in editors


@pytest.mark.django_db
def test_a_preview_may_be_shown_in_the_frame_of_the_editor(house: House) -> None:
    answer = house.labs.make_preview_request()

    assert answer.status_code == 200
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
