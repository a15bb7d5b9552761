"""Compares content, stored documents and index, and repairs what differs: what signals could not see."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from elasticsearch.helpers import scan

from search import schema
from search.documents import Identity, owner
from search.engines.client import hosts, write_client
from search.engines.response import identity_of
from search.index import names, writing
from search.index.rebuild import CHUNK, chunks
from search.models import StoredDocument
from search.stored_documents import all_identities, update_documents


@dataclass
class Difference:
    """Objects that were wrong somewhere."""

    missing: set[Identity] = field(default_factory=set)
    stale: set[Identity] = field(default_factory=set)
    ghosts: set[Identity] = field(default_factory=set)

    @property
    def total(self) -> int:
        """How many objects were wrong."""
        return len(self.missing | self.stale | self.ghosts)


def reconcile() -> Difference:
    """Find and repair every difference; a second run finds none. Raises a client error when the engine is away.

    Without an address of Elasticsearch only the stored documents are compared.
    """
    found = reconcile_store()
    for language in schema.LANGUAGES if hosts() else ():
        reconcile_index(language, found)
    return found


def reconcile_store() -> Difference:
    """Bring the stored documents in line with the content."""
    found = Difference()
    before = dict(checksums())
    now: set[Identity] = set()
    for chunk in chunks(all_identities(), CHUNK):
        update = update_documents(chunk)
        for document in update.stored:
            now.add(document.identity)
            if document.identity not in before:
                found.missing.add(document.identity)
            elif before[document.identity] != document.checksum:
                found.stale.add(document.identity)
        now |= {identity for identity in before if owner(identity) in update.failed}
    ghosts = before.keys() - now
    update_documents(sorted(ghosts))
    found.ghosts |= ghosts
    return found


def checksums(language: str | None = None) -> Iterator[tuple[Identity, str]]:
    """Yield the sum of every stored document."""
    documents = StoredDocument.objects.filter(language=language) if language else StoredDocument.objects.all()
    for kind, pk, checksum in documents.values_list("object_type", "object_id", "checksum"):
        yield (kind, pk), checksum


def reconcile_index(language: str, found: Difference) -> None:
    """Bring the active index of a language in line with the stored documents."""
    index = names.active(language)
    if index is None:
        return
    client = write_client()
    client.indices.refresh(index=index)
    hits = scan(client, index=index, query={"query": {"match_all": {}}, "_source": ["checksum"]}, size=1000)
    there = {identity_of(hit["_id"]): hit["_source"].get("checksum") for hit in hits}
    wanted = dict(checksums(language))
    missing = wanted.keys() - there.keys()
    stale = {identity for identity in wanted.keys() & there.keys() if wanted[identity] != there[identity]}
    ghosts = there.keys() - wanted.keys()
    found.missing |= missing
    found.stale |= stale
    found.ghosts |= ghosts
    for chunk in chunks(sorted(missing | stale | ghosts), CHUNK):
        update = update_documents(chunk)  # a new version, so that a wrong document with a high version loses
        steps = writing.actions(update.stored, update.gone, update.version, names.targets())
        writing.write(steps)
    client.indices.refresh(index=index)
