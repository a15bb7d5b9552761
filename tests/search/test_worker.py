"""The worker: bad documents, two workers at once, changes made meanwhile, an index that is behind or missing."""

from typing import Any

import pytest
from wagtail.models import Page

from search.engines.response import document_id
from search.index import names, writing
from search.models import SearchEvent, StoredDocument
from search.stored_documents import next_version, row, update_documents
from search.worker import sync_once
from tests.factories import make_lab
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch


def test_trap_25_one_bad_document_stops_no_other(searching: Searching) -> None:
    good = [document(f"goed-{n}", title="Goed document") for n in range(49)]
    bad = document("slecht", title="Slecht document")
    rows = [row(item, next_version()) for item in [*good, bad]]
    rows[-1].title = "x" * 40_000  # a keyword of this length is refused… unless it is ignored above a length
    broken = {**writing.put(rows[-1], names.targets()["nl"][0])}
    broken["_source"] = {**broken["_source"], "nonsense": 1}
    steps = [writing.put(item, names.targets()["nl"][0]) for item in rows[:-1]]
    written = writing.write([*steps[:20], broken, *steps[20:]])
    assert written.done == 49
    assert list(written.refused) == [rows[-1].identity]


def test_a_refused_document_becomes_a_dead_letter(
    searching: Searching, school: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab = make_lab(school)

    def broken(self: Any) -> None:
        raise ValueError("this page type is wrong")

    monkeypatch.setattr(type(lab), "search_document", broken)
    searching.sync()
    letters = SearchEvent.objects.dead_letters()
    assert {letter.identity for letter in letters} == {("wagtailcore.page", lab.pk)}
    assert "this page type is wrong" in letters[0].error
    assert not SearchEvent.objects.waiting().exists()
    assert "academie-tien" in searching.keys("academie")  # the others went through


def test_trap_26_with_two_workers_the_newest_state_wins(searching: Searching, school: Any) -> None:
    lab = make_lab(school, title="Oude naam")
    identity = ("wagtailcore.page", lab.pk)
    early = update_documents([identity])  # the first worker reads, and is held up
    type(lab).objects.filter(pk=lab.pk).update(title="Nieuwe naam")
    late = update_documents([identity])  # the second one reads later and writes first
    targets = names.targets()
    writing.write(writing.actions(late.stored, late.gone, late.version, targets))
    writing.write(writing.actions(early.stored, early.gone, early.version, targets))
    searching.refresh()
    assert searching.keys("nieuwe") == ["een-lab"]
    assert searching.keys("oude") == []


def test_a_change_made_while_a_batch_is_written_stays_in_the_outbox(
    searching: Searching, school: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab = make_lab(school, title="Eerst")
    searching.sync()
    SearchEvent.objects.add([("wagtailcore.page", lab.pk)])
    original = writing.write

    def meanwhile(*args: Any, **kwargs: Any) -> Any:
        SearchEvent.objects.add([("wagtailcore.page", lab.pk)])
        return original(*args, **kwargs)

    monkeypatch.setattr(writing, "write", meanwhile)
    sync_once()
    assert SearchEvent.objects.count() == 1


def test_trap_30_a_hit_that_is_gone_is_not_shown_nor_counted(searching: Searching, school: Any) -> None:
    for number in range(12):
        make_lab(school, f"lab-{number}", title=f"Spookverhaal {number}")
    searching.sync()
    first = searching.find("spookverhaal")
    Page.objects.filter(slug=first.results[0].key).update(live=False)  # no signal tells
    page = searching.find("spookverhaal")
    assert (len(page.results), page.total) == (10, 11)
    assert SearchEvent.objects.exists()  # and the worker will look again


def test_trap_27_without_an_index_a_write_makes_none(searching: Searching, school: Any, settings: Any) -> None:
    settings.SEARCH_INDEX_PREFIX = "test-nothing-here"
    make_lab(school)
    while sync_once():
        pass
    assert names.targets() == {"nl": (), "en": ()}
    assert StoredDocument.objects.filter(kind="lab").exists()


def test_the_id_in_the_index_names_the_object() -> None:
    assert document_id(("wagtailcore.page", 7)) == "wagtailcore.page:7"
