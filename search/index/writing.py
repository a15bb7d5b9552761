"""Writes documents to the indices, each with the version of the state it was read from."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from elasticsearch.helpers import streaming_bulk

from search.documents import Identity, owner
from search.engines.client import write_client
from search.engines.response import document_id, identity_of
from search.models import StoredDocument

CHUNK = 100
"""Documents of one request: five times as many took a busy engine longer than we wait."""
TEXTS = ("title", "summary", "body")
NAMES = ("sectors", "locations", "partners", "themes", "groups", "variants")
LISTS = ("aliases", "phrases", "headings", "related", *NAMES)
LONGEST_LINE = 10_000
"""Letters of a line in the index. To find the sentence around a word Elasticsearch reads on until it ends: without a
full stop in three megabytes (a list, a table out of a file) that took 200 ms of every search."""
PARAGRAPH_ENDS = "\u2029"
"""The one sign that ends a sentence there whatever comes before and after it; a line feed does not."""
NEWER_IS_THERE = 409
BUSY = (429, 500, 502, 503, 504)


@dataclass
class Written:
    """What became of a bulk write: how many went well, and which objects failed, for good or for now."""

    done: int = 0
    refused: dict[Identity, str] = field(default_factory=dict)
    """The document itself is at fault; trying again is useless."""
    later: dict[Identity, str] = field(default_factory=dict)
    """The engine was busy."""


def source(document: StoredDocument) -> dict[str, Any]:
    """Return the fields of a document in the index."""
    return {
        "kind": document.kind,
        "key": document.key,
        "changed_on": document.changed_on.isoformat() if document.changed_on else None,
        "moments": [moment.isoformat(timespec="seconds") for moment in document.moments],
        "checksum": document.checksum,
        **{name: getattr(document, name) for name in LISTS},
        **{name: in_lines(getattr(document, name)) for name in TEXTS},
    }


def in_lines(text: str) -> str:
    """Return a text of which no line is longer than the index can mark quickly."""
    lines = text.split("\n")
    if all(len(line) <= LONGEST_LINE for line in lines):
        return text
    return "\n".join(PARAGRAPH_ENDS.join(textwrap.wrap(line, LONGEST_LINE)) for line in lines)


def put(document: StoredDocument, index: str) -> dict[str, Any]:
    """Return the action that writes a document unless a newer one is there."""
    return {**_action("index", index, document.identity, document.version), "_source": source(document)}


def remove(identity: Identity, index: str, version: int) -> dict[str, Any]:
    """Return the action that removes an object unless a newer document is there."""
    return _action("delete", index, identity, version)


def _action(verb: str, index: str, identity: Identity, version: int) -> dict[str, Any]:
    return {
        "_op_type": verb,
        "_index": index,
        "_id": document_id(identity),
        "version": version,
        "version_type": "external_gte",
    }


def actions(
    stored: Iterable[StoredDocument], gone: Iterable[Identity], version: int, targets: dict[str, tuple[str, ...]]
) -> Iterator[dict[str, Any]]:
    """Yield the actions that bring every target up to date; an object leaves the index of the other language too."""
    everywhere = {index for indices in targets.values() for index in indices}
    for document in stored:
        mine = set(targets[document.language])
        yield from (put(document, index) for index in mine)
        yield from (remove(document.identity, index, version) for index in everywhere - mine)
    for identity in gone:
        yield from (remove(identity, index, version) for index in everywhere)


def write(steps: Iterable[dict[str, Any]], at_once: bool = False) -> Written:
    """Carry out actions; a bad document stops no other. Raises TransportError when the engine is away.

    `at_once` makes the result findable without waiting for the next refresh, a second at most.
    """
    results = streaming_bulk(
        write_client(), steps, chunk_size=CHUNK, raise_on_error=False, raise_on_exception=True, refresh=at_once
    )
    written = Written()
    for ok, result in results:
        ((verb, item),) = result.items()
        note(written, ok, verb, item)
    return written


def note(written: Written, ok: bool, verb: str, item: dict[str, Any]) -> None:
    """Sort one result: done, refused for good, or to be tried later."""
    status = item.get("status", 0)
    if ok or status == NEWER_IS_THERE or (verb == "delete" and status == 404):
        written.done += 1
        return
    error = item.get("error", {})
    reason = error.get("reason", "") if isinstance(error, dict) else str(error)
    into = written.later if status in BUSY else written.refused
    into[owner(identity_of(item["_id"]))] = f"{status} {reason}"[:500]
