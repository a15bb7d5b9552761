"""Writes documents to PostgreSQL: the state of an object now, read and stored in one step."""

import gc
import hashlib
import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Model
from django.utils import translation
from wagtail.models import Page

from portal.core import content_cache, locales
from portal.core.away import is_away
from portal.core.content_cache import as_one_request
from portal.core.locks import Lock, wait_for
from portal.core.models.media import PortalDocument
from search.analysis.spelling import phones, readable
from search.analysis.words import fold, split, squeezed, words_of
from search.documents import PAGE, Identity, Searchable, SearchDocument, document_models, owner
from search.engines import tsquery
from search.files import library
from search.kinds import FACETS
from search.meaning.passages import digest, passages
from search.models import KnownWord, SearchEvent, StoredDocument
from search.models.documents import public_pages
from search.read_together import read_together
from search.spellings import MOST_PARTS

log = logging.getLogger(__name__)
MOST_LETTERS = 50_000
"""Letters of a text whose words are remembered."""
LONGEST, LONGEST_NUMBER = 60, 4
"""Letters of a word, and digits of a number, that are remembered."""
NAMED = frozenset({"begrip", *(kind for facet in FACETS for kind in facet.named_by)})
"""Kinds of documents whose titles are names in queries."""
KEPT = frozenset({"id", "object_type", "object_id", "lost_phrases", "phrases_seen_at"})
"""What stays as it is when a document is stored again."""
OF_DOCUMENT = [f.name for f in fields(SearchDocument)]
FIELDS = [f.name for f in StoredDocument._meta.fields if f.name not in KEPT]


@dataclass
class DocumentUpdate:
    """What happened to a set of objects: documents as they are now, objects without one, and objects that failed."""

    stored: list[StoredDocument] = field(default_factory=list)
    gone: list[Identity] = field(default_factory=list)
    failed: dict[Identity, str] = field(default_factory=dict)
    version: int = 0


def update_documents(identities: Iterable[Identity]) -> DocumentUpdate:
    """Bring the documents of these objects up to date, and those of the views below them."""
    asked = list(dict.fromkeys(identities))
    wanted = list(dict.fromkeys(map(owner, asked)))
    library.read_new(wanted)  # may take seconds, so before the lock
    with collected_later(), transaction.atomic():
        wait_for(Lock.DOCUMENTS)
        # Taken before reading: whoever holds a higher number has read the same state or a newer one.
        update = DocumentUpdate(version=next_version())
        documents = read(wanted, update)
        update.stored = [row(document, update.version) for document in documents]
        learn(update.stored)
        found = {document.identity for document in update.stored}
        known = dict.fromkeys([*wanted, *asked, *StoredDocument.objects.below(wanted)])
        update.gone = [item for item in known if item not in found and owner(item) not in update.failed]
        was_named = StoredDocument.objects.of(update.gone).filter(kind__in=NAMED).exists()
        StoredDocument.objects.of(update.gone).delete()
        StoredDocument.objects.put(update.stored, FIELDS)
    if was_named or any(document.kind in NAMED for document in update.stored):
        content_cache.renew()  # a query is read with the names that documents have
    return update


@contextmanager
def collected_later() -> Iterator[None]:
    """Look for unused memory after this block only: in the middle of reading, everything is in use.

    Python looks again and again while it makes many objects, at all there are: a third of the time of a rebuild.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def next_version() -> int:
    """Return a number higher than any before; the outbox and the documents share one sequence."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [SearchEvent._meta.db_table])
        return int(cursor.fetchone()[0])


@as_one_request()
def read(identities: list[Identity], update: DocumentUpdate) -> list[SearchDocument]:
    """Return the documents of these objects as the database has them now; one broken object spoils no other."""
    by_type: dict[str, list[int]] = {}
    for object_type, object_id in identities:
        by_type.setdefault(object_type, []).append(object_id)
    documents = []
    for object_type, ids in by_type.items():
        try:
            # A database error in one document must not end the whole batch.
            with transaction.atomic():
                found = list(read_together(objects(object_type, ids)))
                documents += [document for item in found for document in in_its_language(item)]
        except Exception:  # then each by itself, to learn which one it is
            documents += one_by_one(object_type, ids, update)
    return [document for document in documents if document.url]


def one_by_one(object_type: str, ids: list[int], update: DocumentUpdate) -> list[SearchDocument]:
    """Return the documents of objects of one type, each read by itself; note those that failed."""
    documents = []
    for item in objects(object_type, ids):
        identity = (object_type, item.pk)
        try:
            with transaction.atomic():
                documents += in_its_language(item)
        except Exception as error:  # whatever a page type does wrong is reported, not fatal
            if is_away(error):  # and what passes by itself is no fault of the page, which would be given up for it
                raise
            log.exception("no search document of %s %s", *identity)
            update.failed[identity] = f"{type(error).__name__}: {error}"[:500]
    return documents


def in_its_language(item: Any) -> list[SearchDocument]:
    """Return the documents of an object, with labels and dates in the language it is written in."""
    with translation.override(language_of(item)):
        return documents_of(item)


def documents_of(item: PortalDocument | Searchable) -> list[SearchDocument]:
    """Return the document of an object and those of the views below it; none when it has none itself."""
    document = document_of(item)
    views = getattr(item, "view_documents", None)
    if document is None or not views:
        return [document] if document else []
    below = [with_phrases(view, document) for view in views()]
    theirs = tuple(f"{end_of(view, document)} " for view in below)
    own = tuple(phrase for phrase in document.phrases if not phrase.startswith(theirs))
    return [document.with_fields(phrases=own), *below]


def with_phrases(view: SearchDocument, page: SearchDocument) -> SearchDocument:
    """Return a view with the phrases of its page that begin with the end of its address: “agenda/ when is a lab”."""
    start = f"{end_of(view, page)} "
    return view.with_fields(phrases=tuple(line[len(start) :] for line in page.phrases if line.startswith(start)))


def end_of(view: SearchDocument, page: SearchDocument) -> str:
    """Return the part of an address below its page."""
    return view.url.removeprefix(page.url)


def document_of(item: PortalDocument | Searchable) -> SearchDocument | None:
    """Return the document of an object; None for one that opted out, has no address now or is half translated."""
    if isinstance(item, PortalDocument):
        return library.file_document(item)
    if not isinstance(item, Page) and item.holds_dutch:
        return None
    document = item.search_document() if item.search_document else None
    return document and document.with_fields(phrases=item.phrases)


def language_of(item: Any) -> str:
    """Return the language a document is written in: labels and dates in it must be too."""
    return locales.language_of(item) if hasattr(item, "locale") else settings.LANGUAGE_CODE


def objects(object_type: str, ids: list[int]) -> Iterable[Any]:
    """Return the objects of one type that a visitor may see."""
    if object_type == PAGE:
        return [page for page in public_pages().filter(pk__in=ids).specific() if hasattr(page, "search_document")]
    if object_type == library.FILE:
        return library.public_files(ids)
    try:
        model = apps.get_model(object_type)
    except LookupError:  # a type that this code no longer has
        return []
    return list(model._default_manager.filter(pk__in=ids)) if model in document_models() else []


def all_identities() -> Iterable[Identity]:
    """Yield every object that may have a document, those of one type after another: they are read together."""
    for pk in public_pages().order_by("content_type", "pk").values_list("pk", flat=True):
        yield PAGE, pk
    models: tuple[type[Model], ...] = (*document_models(), PortalDocument)
    for model in models:
        for pk in model._default_manager.order_by("pk").values_list("pk", flat=True):
            yield model._meta.label_lower, pk


def legible(document: SearchDocument) -> SearchDocument:
    """Return the document with its texts as a reader sees them, found by every spelling of its telephone numbers."""
    lists = {
        name: tuple(map(readable, getattr(document, name))) for name in ("aliases", "phrases", "headings", "related")
    }
    texts = {name: readable(getattr(document, name)) for name in ("title", "summary", "body")}
    numbers = phones("\n\n\n\n".join([*texts.values(), *lists["headings"], *lists["related"]]))
    return document.with_fields(**texts, **{**lists, "related": tuple(dict.fromkeys([*lists["related"], *numbers]))})


def row(document: SearchDocument, version: int) -> StoredDocument:
    """Return a document as a row."""
    document = legible(document)
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in content(document).items()}
    values.pop("extra")
    return StoredDocument(
        **{**values, "title": document.title[:300], "url": document.url[:500]},
        page_id=document.object_id if owner(document.identity)[0] == PAGE else None,
        checksum=checksum(document),
        version=version,
        vector=tsquery.vector(document),
        whole_title=squeezed(document.title)[:300],
        whole_aliases=[squeezed(name)[:200] for name in document.aliases],
        whole_phrases=whole_phrases(document.phrases),
        beginnings=beginnings(document.title),
        passages=[digest(passage) for passage in passages(document)],
    )


def beginnings(title: str) -> str:
    """Return the words of a title, and neighbours joined, each after a space: what a suggestion may begin with."""
    words = words_of(fold(title).replace("'", ""))
    joined = ("".join(words[at : at + size]) for at in range(len(words)) for size in range(1, MOST_PARTS + 1))
    return "".join(f" {word}" for word in dict.fromkeys(joined))


def whole_phrases(phrases: Iterable[str]) -> str:
    """Return phrases squeezed to their letters and digits, each between spaces: found whole and by its beginning."""
    found = filter(None, map(squeezed, phrases))
    return "".join(f" {phrase} " for phrase in found)


def learn(documents: Iterable[StoredDocument]) -> None:
    """Remember the words of documents: a mistyped word and a word written apart are recognised by them."""
    known = sorted({(document.language, word) for document in documents for word in remembered(document)})
    KnownWord.objects.add(known)


def remembered(document: StoredDocument) -> set[str]:
    """Return the words of a document, folded, that are no nonsense."""
    lists = [*document.aliases, *document.phrases, *document.headings, *document.related]
    parts = [document.title, *lists, document.summary, document.body]
    words = set(words_of(fold(" ".join(parts)[:MOST_LETTERS])))
    # A part of a compound is found too, so who writes it joined to its neighbour means it: "email", "e-mailadres".
    words |= {part for word in words for part in split(word)} if document.language == "nl" else set()
    return {word for word in words if len(word) <= (LONGEST_NUMBER if word.isdigit() else LONGEST)}


def checksum(document: SearchDocument) -> str:
    """Return a short sum of the content, to see whether two copies are equal."""
    text = json.dumps(content(document), sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def content(document: SearchDocument) -> dict[str, Any]:
    """Return the fields of a document; not as `asdict` does, which copies each value."""
    return {name: getattr(document, name) for name in OF_DOCUMENT}
