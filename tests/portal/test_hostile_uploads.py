"""Whatever a hostile file is, each road refuses it in the reader's words, or what is handed out harms nobody."""

import re
import resource
import time
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from openpyxl import Workbook
from pypdf import PdfWriter
from wagtail.models import Collection

from portal.core.models.media import PortalDocument, PortalImage
from portal.core.models.users import User
from portal.core.uploads.documents import refuse_hostile
from search.files import reading
from search.files.readers import UnreadableError
from tests.portal.hostile import MARK, Hostile
from tests.portal.hostile.documents import every_document
from tests.portal.hostile.pictures import every_picture
from tests.portal.pictures import SECRET

SECONDS = 10.0
EACH_ROAD = 6
"""Every how many files one goes along all roads; the others along that of several files, which draws no screen."""
DUTCH = re.compile(r"\b(geen|niet|het|deze|dit|een|is)\b.{10,}", re.I)
MEGABYTES = 700
"""More than what the process of all tests has already; a bomb among the files unpacks to gigabytes."""
NOT_READ_BY_BROWSERS = {"text/plain", "text/csv", "application/pdf", "application/vnd.oasis.opendocument.text"}
OFFICE = "application/vnd.openxmlformats-officedocument"
ROADS = {
    "image": {
        "alone": ("wagtailimages:add", "", "file"),
        "several": ("wagtailimages:add_multiple", "", "files[]"),
        "in a page or a lab": ("wagtailimages_chooser:create", "image-chooser-upload-", "image-chooser-upload-file"),
    },
    "document": {
        "alone": ("wagtaildocs:add", "", "file"),
        "several": ("wagtaildocs:add_multiple", "", "files[]"),
        "in a page": ("wagtaildocs_chooser:create", "document-chooser-upload-", "document-chooser-upload-file"),
    },
}


@pytest.fixture
def editor(db: Any) -> Client:
    client = Client(headers={"accept-language": "nl"})
    client.force_login(User.objects.create_superuser("beheer@example.nl", "x"))
    return client


def sent(editor: Client, kind: str, road: str, hostile: Hostile) -> str:
    """Send a file along a road; returns what the editor reads, which is never a fault of ours."""
    name, prefix, field = ROADS[kind][road]
    data = {f"{prefix}title": "Bestand", f"{prefix}collection": Collection.get_first_root_node().pk, "title": "Bestand"}
    file = SimpleUploadedFile("x", hostile.content)
    file.name = hostile.name  # as a browser that means harm sends it
    answer = editor.post(reverse(name), data | {field: file})
    assert answer.status_code in (200, 302), (road, hostile.name, answer.status_code)
    told = answer.json() if "json" in answer.headers["Content-Type"] else {"html": answer.content.decode()}
    page = BeautifulSoup(told.get("html") or told.get("htmlFragment") or "", "html.parser")
    return str(told.get("error_message") or " ".join(found.get_text(" ") for found in page.select(".error-message")))


def wrong_with(editor: Client, kind: str, model: Any, hostile: Hostile, roads: Iterable[str]) -> list[str]:
    """Send a file along roads, and say what went otherwise than it should."""
    wrong = []
    for road in roads:
        before = set(model.objects.values_list("pk", flat=True))
        began = time.monotonic()
        told = sent(editor, kind, road, hostile)
        kept = model.objects.exclude(pk__in=before)
        if time.monotonic() - began > SECONDS:
            wrong.append(f"{road}: took {time.monotonic() - began:.0f} seconds")
        if bool(kept) == hostile.refused:
            wrong.append(f"{road}: {'taken' if kept else 'refused'} {told}")
        if not kept and not DUTCH.search(told):
            wrong.append(f"{road}: says {told!r}")
        wrong += [f"{road}: {why}" for media in kept if (why := harm_of(editor, media))]
    return wrong


def harm_of(editor: Client, media: Any) -> str:
    """Say what is wrong with how a file is handed out; nothing when it harms nobody."""
    name = Path(media.file.name).name
    if not name.isprintable() or len(name) > 255 or "/" in name or name.startswith((".", "-")):
        return f"a name as {name!r}"
    answer = editor.get(media.file.url if isinstance(media, PortalImage) else media.url)
    if answer.status_code != 200 or answer.headers["X-Content-Type-Options"] != "nosniff":
        return f"answered {answer.status_code}, {answer.headers}"
    kind, body = answer.headers["Content-Type"].partition(";")[0], answer.getvalue()
    if isinstance(media, PortalImage):
        told = MARK in body or SECRET in body
        return f"{kind}: not made anew" if told or not kind.startswith("image/") or "svg" in kind else ""
    is_shown = not answer.headers.get("Content-Disposition", "").startswith("attachment")
    harmless = kind in NOT_READ_BY_BROWSERS or kind.startswith(OFFICE)
    shut = answer.headers["Content-Security-Policy"] == "default-src 'none'"
    return "" if shut and harmless and (not is_shown or kind == "application/pdf") else f"{kind}, {answer.headers}"


def test_there_are_enough_of_them() -> None:
    for files in (every_picture(), every_document()):
        assert len(files) >= 60
        assert len({hostile.name for hostile in files}) == len(files)


@pytest.mark.parametrize(
    ("kind", "model", "made"), [("image", PortalImage, every_picture), ("document", PortalDocument, every_document)]
)
def test_each_is_refused_in_words_or_handed_out_harmless_on_every_road(
    editor: Client, kind: str, model: Any, made: Callable[[], list[Hostile]]
) -> None:
    files = made()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wrong = {}
    for number, hostile in enumerate(files):
        roads = ROADS[kind] if number % EACH_ROAD == 0 else ["several"]
        if found := wrong_with(editor, kind, model, hostile, roads):
            wrong[hostile.name] = found

    assert not wrong, "\n".join(f"{name[:60]!r}: {found}" for name, found in wrong.items())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEGABYTES * 1024


READ = (
    "laughs.docx",
    "entity.odt",
    "pages.pdf",
    "stream.pdf",
    "ring.pdf",
    "one-cell.csv",
    "separators.csv",
    "line.txt",
)


@pytest.mark.parametrize("name", READ)
def test_what_search_reads_of_them_is_bounded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SECONDS", 4)
    content = next(hostile.content for hostile in every_document() if hostile.name == name)
    began = time.monotonic()
    try:
        text = reading.read(content, name.rpartition(".")[2])
    except UnreadableError as error:
        text = str(error)

    assert time.monotonic() - began < SECONDS
    assert len(text) <= reading.MOST_LETTERS
    assert "root:" not in text


def test_files_that_programs_write_pass() -> None:
    written = {"docx": BytesIO(), "xlsx": BytesIO(), "pdf": BytesIO()}
    Document().save(written["docx"])
    Workbook().save(written["xlsx"])
    pages = PdfWriter()
    pages.add_blank_page(595, 842)
    pages.add_metadata({"/Title": "Jaarplan = 2026"})
    pages.write(written["pdf"])
    for kind, file in (*written.items(), ("csv", BytesIO("a;-5;+31 6 12345678;@tien\n".encode("utf-16")))):
        refuse_hostile(file, kind)
        assert file.read(1)
