"""A link or picture in running text whose key is no key: kept as words, never an error, by whatever road it came."""

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page
from wagtail.rich_text import extract_references_from_rich_text
from wagtail.test.utils.form_data import nested_form_data, streamfield
from wagtail_localize.models import StringTranslation

from portal.core.real_links import with_real_links
from tests.factories import House, make_standard
from tests.permissions.forms import fields_of
from tests.portal.translating import browser_of, chief_in_two_languages, english, publish, submit, translate

pytestmark = pytest.mark.django_db

KEYS = [
    *("abc", "", " ", "17 ", "-1", "+1", "0", "017", "1_7", "9" * 12, "9" * 5000, "²", "١٧", "1.0", "1\x00", "🏠"),
    *("1&quot;", '1" id="abc', 'abc" id="1', "1>2", "1<a", "1'"),
]
"""What may stand in a tag that somebody forged."""


def tags(key: str) -> list[str]:
    """Everything in running text that names a thing by its key, and the same without a key or a kind."""
    return [
        f'<p><a linktype="page" id="{key}">Lees</a></p>',
        f'<p><a linktype="document" id="{key}">Lees</a></p>',
        f'<embed embedtype="image" id="{key}" format="left" alt="x"/><p>Lees</p>',
        f'<embed embedtype="image" id="{key}" alt="x"/><p>Lees</p>',
        f'<embed embedtype="image" id="{key}" format="{key}" alt="x"/><p>Lees</p>',
        f'<p><a linktype="{key}" id="{key}">Lees</a></p>',
        f'<embed embedtype="media" url="{key}"/><p>Lees</p>',
    ]


BARE = [
    '<p><a linktype="page">Lees</a></p>',
    '<p><a linktype="document">Lees</a></p>',
    '<embed embedtype="image" format="left"/><p>Lees</p>',
    '<embed embedtype="image"/><p>Lees</p>',
    '<embed embedtype="media"/><p>Lees</p>',
    "<embed/><p>Lees</p>",
    "<p><a>Lees</a></p>",
    "<p><A LINKTYPE='page' ID='abc'>Lees</A></p>",
    "<p><a linktype='page' id='1'>Lees</a></p>",
    "<p><a linktype=page id=abc>Lees</a></p>",
    '<p><a linktype="page" id="abc>Lees</a></p><p>Lees</p>',
    '<embed embedtype="image" id="abc" format="left"><p>Lees</p>',
]
FORGED = [*BARE, *(tag for key in KEYS for tag in tags(key))]


@pytest.fixture
def core(house: House, school: Any) -> Client:
    """The browser of somebody who may do everything, in two languages."""
    return browser_of(chief_in_two_languages(house, school))


def store(page: Any, texts: list[str]) -> None:
    """Put texts in the database as something else than our own blocks would."""
    body = [
        block
        for place, text in enumerate(texts)
        for block in (
            {"type": "paragraph", "value": text, "id": f"p{place}"},
            {"type": "notice", "value": {"heading": "Let op", "text": text, "button": ""}, "id": f"n{place}"},
        )
    ]
    kept = json.dumps(body).replace("\\u0000", "")  # PostgreSQL keeps no NUL
    with connection.cursor() as cursor:
        cursor.execute("UPDATE home_standardpage SET body = %s WHERE portalpage_ptr_id = %s", [kept, page.pk])


def test_what_is_stored_already_is_shown_opened_and_published_anew(core: Client, school: Any, client: Client) -> None:
    page = make_standard(school, "oud")
    store(page, FORGED)

    shown = client.get(page.url)
    assert shown.status_code == 200
    assert shown.content.decode().count("Lees") >= 2 * len(FORGED)
    assert core.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    Page.objects.get(pk=page.pk).specific.save_revision().publish()
    assert core.get(reverse("wagtailadmin_pages:usage", args=[school.pk])).status_code == 200
    kept = Page.objects.get(pk=page.pk).specific.body.get_prep_value()
    assert [block["value"] for block in kept[::2]] == [with_real_links(text) for text in FORGED]


def words(entity: dict[str, Any]) -> str:
    """A text with one link or picture, as the editor in the browser sends it."""
    block = {"key": "a", "text": "Lees dit", "type": "unstyled", "depth": 0, "inlineStyleRanges": []}
    block["entityRanges"] = [{"offset": 0, "length": 4, "key": 0}]
    return json.dumps({"blocks": [block], "entityMap": {"0": {"mutability": "MUTABLE", **entity}}})


ODD: list[Any] = [*KEYS, None, True, 1.5, [], [1], {}, {"a": 1}, 10**30, -1]


KINDS = ("LINK", "DOCUMENT", "IMAGE", "EMBED", "ANDERS")


def test_no_form_keeps_a_forged_link_and_none_fails_on_it(core: Client, school: Any) -> None:
    page = make_standard(school, "nieuw")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    known = fields_of(core.get(address).content.decode(), address)
    for key in ODD:
        entities = [{"type": kind, "data": {"id": key, "format": key, "url": key, "alt": key}} for kind in KINDS]
        body = nested_form_data({"body": streamfield([("paragraph", words(entity)) for entity in entities])})

        answer = core.post(address, {**known, **body, "action-publish": "on"})

        assert answer.status_code in (302, 400), key
        if answer.status_code == 302:
            (link, document, *_others) = Page.objects.get(pk=page.pk).specific.body.get_prep_value()
            assert {"linktype" in link["value"], "linktype" in document["value"]} == {False}, key
            assert "dit" in link["value"]


def test_a_form_with_no_text_of_the_editor_at_all_is_refused_and_does_not_fail(core: Client, school: Any) -> None:
    page = make_standard(school, "nieuw")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    known = fields_of(core.get(address).content.decode(), address)
    for text in ("", "x", "[]", "{}", "1", '{"blocks": 1}', '{"blocks": [], "entityMap": []}', "[" * 5000):
        body = nested_form_data({"body": streamfield([("paragraph", text)])})
        assert core.post(address, {**known, **body}).status_code in (302, 400), text


def test_a_translation_keeps_no_forged_link(core: Client, school: Any) -> None:
    own = f'<p>Lees <a linktype="page" id="{school.pk}">dit</a> nu.</p>'
    page = make_standard(school, "vertaald", body=[("paragraph", own)])
    submit(page)
    translate(page)
    rows = StringTranslation.objects.filter(context__path__startswith="body")
    for key in ("abc", "", "9" * 12, "17 "):
        for text in (f'Read <a id="{key}">this</a>', f'Read <a linktype="page" id="{key}">this</a> <a id="a1">x</a>'):
            for row in rows:
                row.data = text.replace("\x00", "")
                row.save()
            publish(core, page)
            assert core.get(english(page).url).status_code == 200, text[:60]


def test_a_real_link_stays_as_it_is(core: Client, school: Any, client: Client) -> None:
    text = (
        f'<p><a linktype="page" id="{school.pk}">Hier</a> <a id="7" linktype="document">stuk</a> '
        '<a href="https://example.org/?a=1&amp;b=2">elders</a> <a href="mailto:x@example.org">schrijf</a></p>'
        '<embed embedtype="image" id="3" format="left" alt="Zo&#x27;n &amp; meer"/>'
    )
    page = make_standard(school, "goed", body=[("paragraph", text)])

    assert page.body[0].value.source == text
    assert f'href="{school.url}"' in client.get(page.url).content.decode()


soup = st.lists(
    st.sampled_from(
        (
            *("<a", "<embed", "<A ", " linktype=", " embedtype=", " id=", " format=", '"', "'", ">", "/>", "</a>"),
            *("page", "document", "image", "left", "1", "17", "abc", " ", "<", "&quot;", "\x00", "Lees"),
        )
    ),
    max_size=14,
).map("".join)


@given(soup)
def test_whatever_is_left_names_a_thing_by_a_key_of_the_database_and_is_left_alone_from_then_on(text: str) -> None:
    left = with_real_links(text)

    assert all(re.fullmatch("[1-9][0-9]*", key) for _model, key, *_paths in extract_references_from_rich_text(left))
    assert with_real_links(left) == left
