"""What a process keeps in memory of the content, until anything changes that a visitor can read.

Menus, addresses, the weeks of the rhythm and the offer of labs are the same for everybody who reads a language, and
every page asks for them. What is made of them is kept under a version. The version stands in the cache that all
processes share; it changes when a change of the content is there for everyone, and a request reads it once. Whoever
changes something reads it back at once: until a transaction ends, what it made stands under a version of its own.

Only what public content says may be kept: nothing of a visitor, of a draft or of the clock.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import cache as once
from functools import update_wrapper
from threading import Lock, local
from time import monotonic
from typing import Any, Generic, TypeVar
from uuid import uuid4

from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from modelcluster.models import ClusterableModel
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Orderable,
    Page,
    PageViewRestriction,
    Site,
    TranslatableMixin,
)
from wagtail.signals import page_published, page_unpublished, post_page_move

T = TypeVar("T")

KEY = "content-version"
SECONDS = 300
"""How long something is kept at most, should the news of a change ever get lost."""
CONTENT = (
    *(Page, ClusterableModel, Orderable, TranslatableMixin, AbstractImage, AbstractDocument),
    *(PageViewRestriction, CollectionViewRestriction, Collection, Locale, Site),
)
"""What visitors read, and what decides whether they may; `watch` adds to it."""
OF_A_DRAFT = frozenset({"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"})
"""Columns of a page that a saved draft changes; nobody but its editors sees them."""

_watched: set[type[Model]] = set()


class _Here(local):
    """Of this thread: whether it answers a request, the version that this has read, and the one of its own changes."""

    in_request = False
    seen = ""
    own = ""


_here = _Here()


def version() -> str:
    """Return the version of the content, as this request sees it."""
    if _here.own:
        if _is_announced():
            return _here.own
        _here.own = ""  # its transaction was rolled back
    if not _here.in_request:
        return str(cache.get_or_set(KEY, _new_version, None))
    if not _here.seen:
        _here.seen = str(cache.get_or_set(KEY, _new_version, None))
    return _here.seen


def renew(**kwargs: Any) -> None:
    """Let nobody use what was kept: here at once, elsewhere when the change is there for everyone."""
    _here.own = _new_version()
    if not _is_announced():
        transaction.on_commit(_announce, robust=True)


def watch(model: type[Model]) -> None:
    """Count a model among the content that visitors read."""
    _watched.add(model)
    _is_content.cache_clear()


class Kept(Generic[T]):
    """A function of hashable values whose answers are kept, the ones asked for last at most `size` of them."""

    def __init__(self, make: Callable[..., T], size: int) -> None:
        self._make = make
        self._size = size
        self._answers: OrderedDict[Hashable, tuple[str, float, T]] = OrderedDict()
        self._lock = Lock()
        update_wrapper(self, make)

    def __call__(self, *args: Hashable) -> T:
        """Return the answer that is kept, else a new one; nothing is kept of an object that was never saved."""
        if any(isinstance(item, Model) and item.pk is None for item in args):
            return self._make(*args)
        now, current = monotonic(), version()
        with self._lock:
            known = self._answers.get(args)
            if known and known[0] == current and now < known[1]:
                self._answers.move_to_end(args)
                return known[2]
        answer = self._make(*args)
        with self._lock:
            self._answers[args] = (current, now + SECONDS, answer)
            self._answers.move_to_end(args)
            if len(self._answers) > self._size:
                self._answers.popitem(last=False)
        return answer


def kept(size: int) -> Callable[[Callable[..., T]], Kept[T]]:
    """Keep the answers of a function, `size` of them at most; all readers share them, so nobody may change them."""
    return lambda make: Kept(make, size)


def _new_version() -> str:
    return uuid4().hex


def _announce() -> None:
    """Tell every process, now that the change is there for everyone."""
    _here.own = _here.seen = ""
    cache.set(KEY, _new_version(), None)


def _is_announced() -> bool:
    """Whether every process will be told when the transaction of this thread ends; not once it was rolled back."""
    return any(entry[1] is _announce for entry in connection.run_on_commit)


@receiver(request_started)
def begin(**kwargs: Any) -> None:
    """Read the version anew in each request."""
    _here.in_request, _here.seen = True, ""


@receiver(request_finished)
def end(**kwargs: Any) -> None:
    """Read the version at every question between requests, as commands do."""
    _here.in_request, _here.seen = False, ""


@contextmanager
def as_one_request() -> Iterator[None]:
    """Read the version once for all that is asked in this block, as a command does that makes many things at a time."""
    begin()
    try:
        yield
    finally:
        end()


@once
def _is_content(model: type[Model]) -> bool:
    return issubclass(model, CONTENT) or model in _watched


@receiver([post_save, post_delete])
def content_changed(sender: type[Model], update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
    """Renew the version when something that visitors read was saved or deleted."""
    is_draft = bool(update_fields) and OF_A_DRAFT.issuperset(update_fields or ())
    if _is_content(sender) and not is_draft:
        renew()


for _signal in (page_published, page_unpublished, post_page_move):
    _signal.connect(renew, dispatch_uid="content-cache")
