"""Rebuilding without downtime or loss, going back, and repairing what no signal told."""

import gc
import json
import random
import threading
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from portal.core.locks import Lock
from search import schema
from search.documents import Identity
from search.engines.client import search_client, write_client
from search.engines.response import document_id
from search.index import names, rebuild, writing
from search.index.reconcile import reconcile
from search.index.status import status
from search.models import SearchEvent, StoredDocument
from search.stored_documents import next_version, row
from search.worker import sync_once
from tests.factories import make_lab
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch
STEPS = ("created", "stored", "chunk", "filled", "examined", "swapped")


@pytest.mark.parametrize("step", STEPS)
def test_trap_7_what_changes_during_a_rebuild_is_right_afterwards(searching: Searching, school: Any, step: str) -> None:
    kept = make_lab(school, "blijft", title="Zeilkamp dat blijft")
    gone = make_lab(school, "weg", title="Zeilkamp dat weggaat")
    searching.sync()
    done: list[str] = []

    def change(reached: str) -> None:
        if reached != step or done:
            return
        done.append(reached)
        make_lab(school, "nieuw", title="Zeilkamp dat nieuw is")
        gone.delete()
        kept.title = "Zeilkamp met andere naam"
        kept.save_revision().publish()
        while sync_once():
            pass

    rebuild.rebuild(change)
    searching.sync()
    assert done == [step]
    assert sorted(searching.keys("zeilkamp")) == ["blijft", "nieuw"]
    assert searching.keys("andere") == ["blijft"]
    assert reconcile().total == 0


def test_trap_8_a_reader_never_sees_double_or_nothing(searching: Searching) -> None:
    searching.put(*(document(f"d{n}", title="Vast document") for n in range(30)))
    seen: set[int] = set()
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            answer = search_client().search(index=schema.alias("nl"), query={"match_all": {}}, size=0)
            seen.add(answer["hits"]["total"]["value"])

    reader = threading.Thread(target=read)
    reader.start()
    for _round in range(3):
        rebuild.rebuild(refresh=False)
    stop.set()
    reader.join()
    assert seen == {30}


def test_a_rebuild_that_fails_leaves_the_old_index_and_no_rubbish(searching: Searching) -> None:
    searching.put(document("een", title="Vast document"))
    before = {language: names.active(language) for language in schema.LANGUAGES}

    def fail(step: str) -> None:
        if step == "filled":
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        rebuild.rebuild(fail, refresh=False)
    assert {language: names.active(language) for language in schema.LANGUAGES} == before
    assert names.behind(names.building_alias("nl")) == ()
    assert searching.keys("vast") == ["een"]


def test_a_document_that_is_refused_while_others_are_read_leaves_the_old_index(
    searching: Searching, school: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_lab(school, title="Zeilkamp")
    searching.sync()
    before = {language: names.active(language) for language in schema.LANGUAGES}
    made = writing.source
    monkeypatch.setattr(writing, "source", lambda item: {**made(item), "nonsense": 1})
    with pytest.raises(rebuild.RebuildError, match="nonsense"):
        rebuild.rebuild()
    assert {language: names.active(language) for language in schema.LANGUAGES} == before
    assert searching.keys("zeilkamp") == ["een-lab"]


def test_reading_documents_leaves_the_looking_for_unused_memory_as_it_was(searching: Searching, school: Any) -> None:
    assert gc.isenabled()
    rebuild.refresh_store()
    assert gc.isenabled()
    gc.disable()
    try:
        rebuild.refresh_store()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_only_one_rebuild_runs_at_a_time(searching: Searching) -> None:
    from django.db import connections

    other = connections["default"].copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [Lock.REBUILD])
        with pytest.raises(rebuild.RebuildError, match="another"):
            rebuild.rebuild(refresh=False)
    finally:
        other.close()


def test_going_back_uses_the_index_before_and_brings_it_up_to_date(searching: Searching, school: Any) -> None:
    make_lab(school, "oud", title="Bestond al")
    rebuild.rebuild()
    first = names.active("nl")
    rebuild.rebuild()
    make_lab(school, "later", title="Kwam later")
    searching.sync()
    call_command("search_rebuild", "--rollback", stdout=StringIO())
    searching.refresh()
    assert names.active("nl") == first
    assert searching.keys("later") == ["later"]


def test_old_indices_are_removed_but_the_previous_one(searching: Searching) -> None:
    for _round in range(3):
        rebuild.rebuild(refresh=False)
    assert len(rebuild.ours("nl")) == 2


def test_the_index_holds_the_hash_of_its_schema(searching: Searching) -> None:
    rebuild.rebuild(refresh=False)
    index = names.active("nl")
    assert index is not None
    assert names.schema_of(index) == schema.schema_hash("nl")
    assert schema.schema_hash("nl") != schema.schema_hash("en")


def test_trap_28_fifty_faults_are_found_and_repaired(searching: Searching, school: Any) -> None:
    for number in range(30):
        make_lab(school, f"lab-{number}", title=f"Zeilkamp {number}")
    searching.sync()
    faults = inject_faults()
    assert len(faults) == 50
    found = reconcile()
    assert found.missing | found.stale | found.ghosts == faults
    assert reconcile().total == 0
    assert searching.find("zeilkamp").total == 30
    assert searching.find("oude titel").total == 0
    assert searching.find("verouderd").total == 0


def inject_faults() -> set[Identity]:
    """Damage both stores in six ways behind the back of every signal; returns what is wrong now."""
    client, index = write_client(), names.active("nl")
    assert index is not None
    labs = list(StoredDocument.objects.filter(kind="lab"))
    random.Random(7).shuffle(labs)
    not_indexed, old_in_index, not_stored, old_in_table = labs[:10], labs[10:20], labs[20:25], labs[25:30]
    for item in not_indexed:
        client.delete(index=index, id=document_id(item.identity))
    for item in old_in_index:
        client.index(index=index, id=document_id(item.identity), document=old(item))
    indexed_ghosts = [("test.ghost", number + 1) for number in range(10)]
    for identity in indexed_ghosts:
        client.index(index=index, id=document_id(identity), document=old(labs[0]))
    StoredDocument.objects.filter(pk__in=[item.pk for item in not_stored]).delete()
    StoredDocument.objects.filter(pk__in=[item.pk for item in old_in_table]).update(title="Verouderd", checksum="oud")
    stored_ghosts = [row(document(f"spook-{n}", object_id=900_000 + n), next_version()) for n in range(10)]
    StoredDocument.objects.bulk_create(stored_ghosts)
    return {*(item.identity for item in [*labs, *stored_ghosts]), *indexed_ghosts}


def old(item: StoredDocument) -> dict[str, Any]:
    return {**writing.source(item), "title": "Oude titel", "checksum": "oud"}


def test_a_change_without_a_signal_is_repaired(searching: Searching, school: Any) -> None:
    lab = make_lab(school, title="Lab zonder signaal")
    searching.sync()
    type(lab).objects.filter(pk=lab.pk).update(title="Stil veranderd")
    call_command("search_reconcile", stdout=StringIO())
    searching.refresh()
    assert searching.keys("stil") == ["een-lab"]


def test_status_tells_documents_lag_and_dead_letters(searching: Searching, school: Any) -> None:
    make_lab(school)
    rebuild.rebuild()
    out = StringIO()
    call_command("search_status", "--json", stdout=out)
    found = json.loads(out.getvalue())
    assert found["waiting"] > 0
    searching.sync()
    after = status()
    assert (after["waiting"], after["dead_letters"], after["ok"]) == (0, 0, True)
    assert after["engine"]["indices"]["nl"]["documents"] == after["stored"]["nl"]
    SearchEvent.objects.create(object_type="x", object_id=1, dead=True)
    assert status()["ok"] is False


def test_a_rebuild_without_an_engine_stores_documents_and_says_so(
    searching: Searching, school: Any, without_elasticsearch: None
) -> None:
    make_lab(school)
    with pytest.raises(CommandError, match="away"):
        call_command("search_rebuild", stdout=StringIO())
    assert StoredDocument.objects.filter(kind="lab").exists()


def test_without_an_address_documents_are_stored(searching: Searching, school: Any, settings: Any) -> None:
    settings.ELASTICSEARCH_URL = ""
    make_lab(school, title="Zeilkamp")
    out = StringIO()
    call_command("search_rebuild", stdout=out)
    assert "PostgreSQL" in out.getvalue()
    assert searching.find("zeilkamp").degraded
    assert searching.find("zeilkamp").total == 1
