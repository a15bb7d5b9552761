"""Documents of generated text for search, of which a site may hold thousands."""

import random

from django.core.management import call_command
from django.db import connection

from search.documents import SearchDocument
from search.kinds import KINDS
from search.models import StoredDocument
from search.stored_documents import learn, next_version, row
from tests.benchmarks.generated import WORDS, Text, texts

VALUES = {"locations": 4, "partners": 9, "sectors": 3, "themes": 12, "groups": 8, "variants": 2}
"""Fields of the facets, with how many values each has."""
DIFFERENT = 5_000
"""Documents that differ; to make more takes longer than to measure them."""

Facets = dict[str, tuple[str, ...]]
"""Values by field."""


def store(count: int) -> None:
    """Store documents with values in each facet: some thousands that differ, and copies of them for the rest."""
    chance = random.Random(count)
    learn([row(_document(0, Text("Woorden", " ".join(WORDS)), "pagina", {}), 0)])
    made = []
    for number, text in enumerate(texts(min(count, DIFFERENT)), 1):
        facets: Facets = {name: (f"{name}-{chance.randrange(values)}",) for name, values in VALUES.items()}
        made.append(row(_document(number, text, chance.choice(list(KINDS)), facets), next_version()))
    StoredDocument.objects.bulk_create(made, batch_size=500)
    _copy(count // DIFFERENT - 1)
    with connection.cursor() as cursor:  # as the database does by itself on a site
        cursor.execute("SELECT gin_clean_pending_list('search_document_words')")
        cursor.execute("SELECT gin_clean_pending_list('search_document_titles')")
        cursor.execute("ANALYZE")


def _document(number: int, text: Text, kind: str, facets: Facets) -> SearchDocument:
    return SearchDocument(
        object_type="test.generated",
        object_id=number,
        kind=kind,
        key=f"d{number}",
        language="nl",
        title=text.title,
        url=f"/nl/d{number}/",
        summary=text.body[:150],
        body=text.body,
        **facets,  # type: ignore[arg-type]  # names of fields
    )


def _copy(times: int) -> None:
    """Store each document again under other numbers."""
    table = StoredDocument._meta.db_table
    own = {"id", "object_id", "key", "version"}
    names = ", ".join(str(field.column) for field in StoredDocument._meta.fields if field.column not in own)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (object_id, key, version, {names})"
            f" SELECT object_id + turn * 1000000, key || '-' || turn, version, {names}"
            f" FROM {table}, generate_series(1, %s) AS turn",
            [times],
        )


def fill(count: int) -> None:
    """Add documents to a site, beside the pages that it has."""
    store(count)


def index() -> None:
    """Fill the index with what is stored: no page stands behind these documents."""
    call_command("search_rebuild", "--stored")
