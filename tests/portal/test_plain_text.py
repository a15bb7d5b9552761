"""Control characters, as text from Word brings them along, become spaces; what was stored before breaks nothing."""

import json
import xml.etree.ElementTree as ElementTree
from datetime import date
from typing import Any, cast

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar
from wagtail.models import Page

from curriculum.labs.models import LabPage
from home.models import GlossaryTerm
from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.core.plain_text import FOUND, IN_BYTES, PlainTextMiddleware, plain, plain_post
from tests.factories import House, make_lab, make_session, make_standard, make_story
from tests.permissions.forms import fields_of

BAD = "\x00\x01\x08\x0b\x0c\x1f\x7f\x85\ufffe\uffff"


@given(text=st.text())
@example(text="\b")
@example(text="\f")
def test_only_what_is_no_text_becomes_a_space(text: str) -> None:
    cleaned = plain(text)
    assert len(cleaned) == len(text)
    assert all(now in (was, " ") for now, was in zip(cleaned, text, strict=True))
    assert not IN_BYTES.search(cleaned.encode())
    ElementTree.fromstring(f"<a>{cleaned.replace('&', '').replace('<', '')}</a>")
    assert plain_post(json.dumps({"x": text})) == json.dumps({"x": cleaned})


PIECES = st.sampled_from(
    [b"\x00", b"\x1f", b"\x7f", b"\xc2", b"\x85", b"\xa0", b"\xef", b"\xbf", b"\xbe", b"\xbd", b"a\n"]
)


@given(content=st.binary() | st.lists(PIECES).map(b"".join))
@example(content="Een pagina · met “tekens” en een\x85regel".encode())
@example(content="Een pagina · met “tekens” en\ufffe".encode())
@example(content="Een pagina · met \ufffd en “tekens”".encode())
def test_whatever_goes_out_as_text_goes_out_without(content: bytes) -> None:
    clean = PlainTextMiddleware(lambda request: HttpResponse(content))
    answer = cast(HttpResponse, clean(RequestFactory().get("/nl/")))
    assert answer.content == IN_BYTES.sub(b" ", content)


def test_what_is_posted_to_any_field_is_saved_without(house: House) -> None:
    page = make_standard(house.about, "visie")
    client = Client(headers={"accept-language": "nl"})
    client.force_login(User.objects.create_superuser("sam@example.org", "een-lang-wachtwoord"))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    fields = fields_of(client.get(address).content.decode(), address)
    words = {"title": f"Een{BAD}titel", "summary": f"Een\n{BAD}zin", "seo_title": "\x0bZoek", "slug": "visie"}
    block = json.dumps({"blocks": [{"key": "a", "text": f"Rijk{BAD}\ud800", "type": "unstyled", "depth": 0,
                                    "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}})  # fmt: skip
    stream = {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "paragraph", "body-0-id": ""}
    data = {**fields, **words, **stream, "body-0-value": block, "action-publish": "1"}
    encoded = {
        name: str(value).encode("utf-8", "surrogatepass").decode("utf-8", "replace") for name, value in data.items()
    }

    assert client.post(address, encoded).status_code == 302

    saved = Page.objects.get(pk=page.pk).specific
    assert not FOUND.search(json.dumps(saved.latest_revision.content, ensure_ascii=False))
    assert saved.title.startswith("Een  ")
    assert saved.summary.startswith("Een\n")
    assert "Rijk " in str(saved.body)
    assert client.get(reverse("wagtailadmin_explore_root"), {"q": BAD}).status_code == 200


@pytest.mark.parametrize("place", ["/nl/{}/", "/nl/labs/{}/", "/nl/locaties/ontwikkelvraag/a{}/", "/{}", "/api/v1/{}"])
def test_nothing_is_found_at_an_address_that_no_database_can_look_up(house: House, client: Any, place: str) -> None:
    for odd in ("%00", "a%00b", "%F0%9F%8F%A0%00"):
        assert client.get(place.format(odd)).status_code == 404


def test_what_is_stored_in_another_way_is_stored_without(house: House) -> None:
    term = GlossaryTerm(term=f"woord{BAD}", definition=f"uitleg{BAD}", locale=house.home.locale)
    term.save()
    term.refresh_from_db()
    assert not FOUND.search(term.term + term.definition)


def test_old_text_breaks_no_feed_calendar_sitemap_or_page(house: House, school: Any, client: Any) -> None:
    old = BAD.replace("\x00", "")
    lab = make_lab(school, sessions=[make_session(date(2026, 12, 1), location=school)])
    story = make_story(school)
    LabPage.objects.filter(pk=lab.pk).update(concern=f"Hoe{old}?")
    PortalPage.objects.filter(pk__in=[lab.pk, story.pk]).update(title=f"Een{old}lab", summary=f"Een{old}zin")
    for address in ("/nl/labs/feed/", "/nl/verhalen/atom/", "/nl/zoeken/rss?q=een", "/sitemap.xml"):
        answer = client.get(address)
        assert answer.status_code == 200, address
        ElementTree.fromstring(answer.content)
    calendar = client.get("/nl/labs/agenda.ics").getvalue()
    assert list(Calendar.from_ical(calendar).walk("VEVENT"))
    for content in [calendar, *(client.get(address).content for address in (lab.get_url(), story.get_url()))]:
        assert not IN_BYTES.search(content)
