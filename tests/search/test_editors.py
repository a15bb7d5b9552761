"""What editors see of search, and what visitors' searches leave behind."""

import re
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import docx
import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from portal.core.models.media import PortalDocument
from portal.core.models.users import User
from search import counting
from search.files import library, reading
from search.models import SearchCount, SearchEvent, SynonymGroup
from tests.factories import make_lab
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def core(admin_client: Client) -> Client:
    """Somebody of the core team."""
    return admin_client


def test_searches_are_counted_per_day_and_words_without_a_visitor(client: Client, searching: Searching) -> None:
    searching.put(document("een", title="Rekenen"))
    for words in ("Rekenen", "rekenen ", "xqzwv"):
        client.get("/nl/zoeken/", {"q": words})
    client.get("/nl/zoeken/", {"q": "rekenen", "pagina": "2"})
    client.get("/nl/zoeken/", {"q": "rekenen", "soort": "lab"})
    counts = {row.words: (row.searches, row.without_results) for row in SearchCount.objects.all()}
    assert counts == {"rekenen": (2, 0), "xqzwv": (1, 1)}
    assert {field.name for field in SearchCount._meta.fields} == {
        "id", "day", "language", "words", "searches", "without_results", "opened", "helpful", "unhelpful",
    }  # fmt: skip


@pytest.mark.parametrize(
    "words", ["jan@school.nl", "06 12345678", "s1234567", "een twee drie vier vijf zes zeven acht negen", "x" * 90]
)
def test_what_looks_personal_is_not_kept(words: str) -> None:
    assert not counting.countable(words)


def test_counts_older_than_ninety_days_are_forgotten(db: None) -> None:
    for days in (10, 89, 91):
        SearchCount.objects.create(day=timezone.localdate() - timedelta(days=days), language="nl", words=f"w{days}")
    assert counting.forget_old() == 1


def test_the_report_offers_a_synonym_with_the_words_filled_in(core: Client, searching: Searching) -> None:
    SearchCount.objects.create(language="nl", words="mentoruurtje", searches=3, without_results=3)
    page = core.get("/admin/zoeken/zoekvragen/").content.decode()
    assert "mentoruurtje" in page
    form = core.get("/admin/snippets/search/synonymgroup/add/?typed=mentoruurtje&language=nl")
    assert 'value="mentoruurtje"' in form.content.decode()


def test_an_editor_adds_a_synonym_and_it_works_at_once(core: Client, searching: Searching) -> None:
    searching.put(document("slb", title="Studieloopbaanbegeleiding"))
    assert searching.keys("mentoruurtje") == []
    fields = {"slug": "mentoruurtje", "language": "nl", "typed": "mentoruurtje", "words": "studieloopbaanbegeleiding"}
    answer = core.post("/admin/snippets/search/synonymgroup/add/", {**fields, "term": ""})
    assert answer.status_code == 302, answer.content.decode()
    assert SynonymGroup.objects.get().typed == ["mentoruurtje"]
    assert searching.keys("mentoruurtje") == ["slb"]


def test_why_a_page_is_found(core: Client, searching: Searching) -> None:
    searching.put(document("een", title="Rekenen"))
    page = core.get("/admin/zoeken/waarom/?q=rekenen&language=nl").content.decode()
    assert "word rekenen" in page
    assert "exact title" in page


def test_why_one_page_is_found_far_down_or_not_at_all(core: Client, searching: Searching, school: Any) -> None:
    searching.put(*(document(f"d{n}", title=f"Zeilkamp {n}") for n in range(14)))
    deep = make_lab(
        school, "diep", title="Lab op het water", summary="Ook over een zeilkamp, met heel veel andere woorden."
    )
    searching.sync()
    asked = {"q": "zeilkamp", "language": "nl", "page": deep.pk}

    def explained(**changes: Any) -> str:
        answer = core.get("/admin/zoeken/waarom/", {**asked, **changes}, headers={"accept-language": "en"})
        return answer.content.decode()

    assert re.search(r"Result 15, with score [\d.]+. What matched: .*word zeilkamp", explained())
    assert "not among the first two hundred" in explained(q="xqzwvk")
    deep.unpublish()
    assert "Visitors cannot find this page" in explained()


@pytest.mark.parametrize("asked", ["?q=a&page=nonsense", "?language=xx", "?q=%00&page=-1", "?page=999999"])
def test_why_answers_whatever_the_address_says(core: Client, searching: Searching, asked: str) -> None:
    assert core.get(f"/admin/zoeken/waarom/{asked}").status_code == 200


def test_a_dead_letter_is_shown_and_tried_again(core: Client, searching: Searching) -> None:
    SearchEvent.objects.create(object_type="wagtailcore.page", object_id=1, dead=True, error="kapot", attempts=12)
    assert "kapot" in core.get("/admin/zoeken/opgegeven/").content.decode()
    core.post("/admin/zoeken/opgegeven/")
    assert SearchEvent.objects.waiting().count() == 1


def test_only_the_core_team_sees_these_pages(client: Client, db: None) -> None:
    editor = User.objects.create_user("redacteur@example.org", "een-lang-wachtwoord")
    client.force_login(editor)
    for address in ("zoekvragen", "waarom", "opgegeven"):
        assert client.get(f"/admin/zoeken/{address}/").status_code in (302, 403)


def word_file(text: str, folder: Path) -> bytes:
    made = docx.Document()
    made.add_paragraph(text)
    made.save(str(folder / "t.docx"))
    return (folder / "t.docx").read_bytes()


def test_the_text_of_a_word_file_is_read(tmp_path: Path) -> None:
    assert "zeldzame orchidee" in reading.read(word_file("Een zeldzame orchidee.", tmp_path), "docx")


def test_the_text_of_a_pdf_is_read() -> None:
    assert "Zeldzame orchidee" in reading.read(small_pdf("Zeldzame orchidee"), "pdf")


def small_pdf(text: str) -> bytes:
    """A PDF of one page, written by hand."""
    stream = f"BT /F1 24 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length " + str(len(stream)).encode() + b" >>\nstream\n" + stream + b"\nendstream",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += str(number).encode() + b" 0 obj\n" + content + b"\nendobj\n"
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    return out + table + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n" + str(len(out)).encode() + b"\n%%EOF"


@pytest.mark.parametrize(
    ("content", "kind"), [(b"this is no pdf", "pdf"), (b"PK\x03\x04nonsense", "docx"), (b"", "pdf")]
)
def test_a_broken_file_is_refused_in_words(content: bytes, kind: str) -> None:
    with pytest.raises(reading.UnreadableError):
        reading.read(content, kind)


def test_a_file_may_not_be_too_large_or_take_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    with pytest.raises(reading.UnreadableError, match="larger"):
        reading.read(b"x" * 11, "txt")
    monkeypatch.setattr(reading, "MOST_BYTES", 10**6)
    monkeypatch.setattr(reading, "SECONDS", 0.001)
    with pytest.raises(reading.UnreadableError, match="longer"):
        reading.read(b"x", "txt")


def test_no_more_text_is_kept_than_the_limit(tmp_path: Path) -> None:
    assert len(reading.read(b"woord " * 100_000, "txt")) == reading.MOST_LETTERS
    assert len(reading.read(word_file("woord " * 100_000, tmp_path), "docx")) == reading.MOST_LETTERS
    assert len(reading.read(small_pdf("woord " * 100_000), "pdf")) <= reading.MOST_LETTERS


def test_a_small_file_that_unpacks_to_gigabytes_costs_one_process_only(tmp_path: Path) -> None:
    bomb = tmp_path / "bom.docx"
    (tmp_path / "t.docx").write_bytes(word_file("Gewoon.", tmp_path))
    with zipfile.ZipFile(tmp_path / "t.docx") as plain, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        for name in plain.namelist():
            if name != "word/document.xml":
                made.writestr(name, plain.read(name))
        with made.open("word/document.xml", "w", force_zip64=True) as entry:
            for _megabyte in range(1200):
                entry.write(b" " * 1024**2)
    assert bomb.stat().st_size < 3 * 1024**2
    with pytest.raises(reading.UnreadableError):
        reading.read(bomb.read_bytes(), "docx")


def test_the_editor_of_a_broken_file_is_told(db: Any, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    editor = User.objects.create_user("redacteur@example.org", "een-lang-wachtwoord")
    file = PortalDocument.objects.create(
        title="Jaarplan", file=ContentFile(b"no pdf", "plan.pdf"), uploaded_by_user=editor
    )
    library.read_new([(library.FILE, file.pk)])
    library.read_new([(library.FILE, file.pk)])
    file.refresh_from_db()
    assert file.text_error
    assert [message.to for message in mail.outbox] == [["redacteur@example.org"]]
    assert "Jaarplan" in mail.outbox[0].subject
