"""Builds new indices beside the old ones and swaps them in one step: nobody sees two, half or none.

Writes made meanwhile are not lost: from the moment a new index exists the worker writes to both
(`names.targets`), and versions keep the newest state whoever writes last.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from portal.core.locks import Lock, only_one
from search import schema
from search.documents import Identity, owner
from search.engines.client import write_client
from search.index import names, writing
from search.index.ahead import RebuildError, ahead, check
from search.models import StoredDocument
from search.stored_documents import DocumentUpdate, all_identities, update_documents

log = logging.getLogger(__name__)
T = TypeVar("T")

CHUNK = 200
Hook = Callable[[str], None]
"""Called with the name of each step that is done; tests change content there."""


@dataclass
class Rebuilt:
    """What a rebuild made."""

    indices: dict[str, str] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)
    failed: dict[Identity, str] = field(default_factory=dict)


def no_hook(_step: object) -> None:
    """Do nothing."""


def refresh_store(hook: Hook = no_hook, take: Callable[[DocumentUpdate], None] = no_hook) -> dict[Identity, str]:
    """Read every document anew from the database, and give each update to `take`; returns the objects that failed."""
    failed: dict[Identity, str] = {}
    for chunk in chunks(all_identities(), CHUNK):
        update = update_documents(chunk)
        failed |= update.failed
        take(update)
        hook("stored")
    stale = StoredDocument.objects.exclude(pk__in=StoredDocument.objects.visible().values("pk"))
    take(update_documents([document.identity for document in stale.only("object_type", "object_id")]))
    known = set(all_identities())
    left = list(StoredDocument.objects.values_list("object_type", "object_id"))
    take(update_documents([identity for identity in left if owner(identity) not in known]))
    return failed


def rebuild(hook: Hook = no_hook, refresh: bool = True) -> Rebuilt:
    """Make and fill new indices and put them in use.

    Raises RebuildError or a client error, with the old indices untouched and the half ones removed.
    """
    with _alone():
        result = Rebuilt()
        try:
            for language in schema.LANGUAGES:
                drop_leftovers(language)
                result.indices[language] = names.create(language)
                settings = {"refresh_interval": "-1"}  # nobody searches it yet
                write_client().indices.put_settings(index=result.indices[language], settings=settings)
            hook("created")
            written: dict[Identity, int] = {}
            if refresh:
                result.failed, written = _read_anew(result.indices, hook)
            for language, index in result.indices.items():
                result.documents[language] = fill(language, index, hook, written)
            hook("filled")
            for language, index in result.indices.items():
                examine(language, index)
            hook("examined")
            swap(result.indices)
        except BaseException:
            for index in result.indices.values():
                write_client().indices.delete(index=index, ignore_unavailable=True)
            raise
        hook("swapped")
        for language in schema.LANGUAGES:
            drop_old(language)
        return result


@contextmanager
def _alone() -> Iterator[None]:
    """Let no second rebuild start; raises RebuildError when one is running."""
    with only_one(Lock.REBUILD) as mine:
        if not mine:
            raise RebuildError("another rebuild is running")
        yield


def _read_anew(indices: dict[str, str], hook: Hook) -> tuple[dict[Identity, str], dict[Identity, int]]:
    """Read every document anew, and write each as soon as it is; returns the failed ones, and what was written."""
    with ahead(indices) as writer:

        def take(update: DocumentUpdate) -> None:
            writer.take(update)
            hook("chunk")

        return refresh_store(hook, take), writer.versions


def fill(language: str, index: str, hook: Hook, written: dict[Identity, int]) -> int:
    """Write the stored documents of a language to an index, but those `written` already; returns how many it has."""
    client = write_client()
    known = StoredDocument.objects.filter(language=language).values_list("pk", "object_type", "object_id", "version")
    rows = list(known.order_by("pk"))
    left = [pk for pk, object_type, object_id, version in rows if written.get((object_type, object_id)) != version]
    for keys in chunks(left, writing.CHUNK):
        documents = StoredDocument.objects.filter(pk__in=keys).defer("vector").order_by("pk")
        check(writing.write(writing.put(document, index) for document in documents))
        hook("chunk")
    client.indices.put_settings(index=index, settings={"refresh_interval": "1s"})
    client.indices.refresh(index=index)
    return len(rows)


def examine(language: str, index: str) -> None:
    """Refuse an index that misses documents, or whose analysis does not work."""
    client = write_client()
    wanted = StoredDocument.objects.filter(language=language).count()
    client.indices.refresh(index=index)
    found = int(client.count(index=index)["count"])
    # Changes made this second may be in one and not yet in the other.
    if abs(found - wanted) > max(5, wanted // 50):
        raise RebuildError(f"{language}: {found} documents in place of {wanted}")
    tokens = client.indices.analyze(index=index, analyzer="text", text="locaties locations")["tokens"]
    if not tokens:
        raise RebuildError(f"{language}: the analysis gives no words")


def swap(indices: dict[str, str]) -> None:
    """Put the new indices in use, all languages in one step; the old ones become `previous`."""
    steps: list[dict[str, object]] = []
    for language, new in indices.items():
        alias, building, previous = (
            schema.alias(language),
            names.building_alias(language),
            names.previous_alias(language),
        )
        old = names.behind(alias)
        steps += [{"remove": {"index": index, "alias": previous}} for index in names.behind(previous)]
        steps += [{"remove": {"index": index, "alias": alias}} for index in old]
        steps += [{"add": {"index": index, "alias": previous}} for index in old]
        steps += [{"remove": {"index": new, "alias": building}}]
        steps += [{"add": {"index": new, "alias": alias, "is_write_index": True}}]
    write_client().indices.update_aliases(actions=steps)


def roll_back() -> dict[str, str]:
    """Put the previous indices in use again; the caller reconciles them with the database afterwards."""
    previous = {language: names.behind(names.previous_alias(language)) for language in schema.LANGUAGES}
    if not all(previous.values()):
        raise RebuildError("there is no previous index to go back to")
    chosen = {language: indices[0] for language, indices in previous.items()}
    steps: list[dict[str, object]] = []
    for language, index in chosen.items():
        alias = schema.alias(language)
        for active in names.behind(alias):
            steps.append({"remove": {"index": active, "alias": alias}})
            steps.append({"add": {"index": active, "alias": names.previous_alias(language)}})
        steps.append({"remove": {"index": index, "alias": names.previous_alias(language)}})
        steps.append({"add": {"index": index, "alias": alias, "is_write_index": True}})
    write_client().indices.update_aliases(actions=steps)
    return chosen


def ours(language: str) -> list[str]:
    """Return every index of this portal and language, also those no alias points at."""
    return sorted(write_client().indices.get(index=f"{schema.alias(language)}-*", features="aliases").body)


def drop_leftovers(language: str) -> None:
    """Delete indices that a broken rebuild left behind."""
    for index in names.behind(names.building_alias(language)):
        write_client().indices.delete(index=index, ignore_unavailable=True)


def drop_old(language: str) -> None:
    """Delete all our indices but the active and the previous one."""
    kept = {*names.behind(schema.alias(language)), *names.behind(names.previous_alias(language))}
    for index in ours(language):
        if index not in kept:
            write_client().indices.delete(index=index, ignore_unavailable=True)


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield lists of at most `size` items."""
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk
