"""The worker encodes every passage once: the beginning of each document first, and nothing while a visitor waits."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.management.commands.search_sync import Command as Worker
from search.meaning import encoding
from search.meaning.nearest import known_pages, near
from search.models import PassageVector, StoredDocument
from tests.factories import make_lab
from tests.search.conftest import Searching, document

pytestmark = [pytest.mark.elasticsearch, pytest.mark.usefixtures("encoder_in_process")]


def test_a_text_is_encoded_once_and_only_what_changed_again(searching: Searching) -> None:
    searching.put(document("a", object_id=901, title="Ritme", body="De derde week."))
    assert encoding.encode_all() == 1
    before = set(PassageVector.objects.values_list("pk", flat=True))
    assert encoding.encode_all() == 0

    StoredDocument.objects.filter(object_id=901).delete()
    searching.put(document("a", object_id=901, title="Ritme", body="De derde week.", phrases=("drie weken",)))
    assert encoding.encode_all() == 1

    after = set(PassageVector.objects.values_list("pk", flat=True))
    assert before < after
    assert len(after - before) == 1
    StoredDocument.objects.all().delete()
    assert encoding.forget_unused() == len(after)


@pytest.mark.parametrize("documents", [1, 2, 5])
def test_what_waits_is_looked_up_once_for_many_documents(searching: Searching, documents: int) -> None:
    searching.put(
        *(document(f"page-{number}", object_id=910 + number, title=f"{number}") for number in range(documents))
    )

    with CaptureQueriesContext(connection) as asked:
        assert encoding.encode_all() == documents

    assert (
        sum("unnest" in query["sql"] for query in asked) == 3
    )  # what is not begun; and then that, and what is not done


def test_every_document_is_begun_before_one_is_read_on(searching: Searching) -> None:
    many = tuple(f"zo zoekt iemand {number}" for number in range(9))
    searching.put(*(document(key, title=key, phrases=(*many, key)) for key in ("ritme", "groep", "lab")))
    work = encoding.encode_waiting()
    read = []

    for _document in work:
        read.append(PassageVector.objects.count())

    beginning = encoding.BEGINNING - 1  # the ways to search are the same words on each page
    assert read[:3] == [beginning + 1, beginning + 2, beginning + 3]
    assert len(read) == 6
    assert encoding.status()["waiting"] == 0


def test_while_many_pages_are_not_encoded_no_page_wins_by_being_so(encoded_pages: None, searching: Searching) -> None:
    asked = "hulp bij het schrijven van een werkstuk voor mijn studie"
    alone = near(asked, "nl", known_pages())
    searching.put(*(document(f"nieuw-{number}", title=f"Nieuw {number}") for number in range(2)))
    assert alone
    assert near(asked, "nl", known_pages()) == ()
    assert not searching.find("afstudeerscriptie").perhaps

    encoding.encode_all()

    assert {page.identity for page in alone} < {page.identity for page in near(asked, "nl", known_pages())}
    assert searching.find("afstudeerscriptie").perhaps


def test_a_document_without_text_and_one_that_changes_meanwhile_end_the_work(searching: Searching) -> None:
    searching.put(document("a", object_id=921, title="Ritme"), document("b", object_id=922, title="Groep"))
    StoredDocument.objects.filter(object_id=921).update(passages=[])
    work = encoding.encode_waiting()

    assert next(work).object_id == 922
    StoredDocument.objects.filter(object_id=922).delete()
    searching.put(document("b", object_id=922, title="Een andere groep"))
    assert [found.title for found in work] == ["Een andere groep"]
    assert encoding.status()["waiting"] == 0


def test_the_worker_encodes_what_is_published_and_no_visitor_does(searching: Searching, school: Any) -> None:
    make_lab(school, "leerling-oudergesprekken", title="Leerling-oudergesprekken")
    worker = Worker()
    searching.find("een heel gewone lange vraag")
    assert not PassageVector.objects.exists()

    worker.turn()

    assert encoding.status()["waiting"] == 0
    assert PassageVector.objects.exists()


def test_a_document_of_a_version_without_passages_is_encoded_too(searching: Searching) -> None:
    searching.put(document("ritme", title="Ritme"))
    StoredDocument.objects.update(passages=None)

    assert encoding.encode_all() == 1
    assert StoredDocument.objects.get().passages
