"""Small questions whose SQL is written once: Django works longer on that than PostgreSQL on the answer.

    @prepared("bigint")
    def titles(pages: Any) -> Any:
        return Page.objects.filter(pk__in=pages).values_list("pk", "title")

    titles([1, 2])

For what every page asks with other values each time. The function writes the query as always and is asked once in a
process, with something that stands for the values to come; it may look at nothing that changes.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from functools import cached_property, update_wrapper
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL


class Blank:
    """Stands among the parameters of a query for the list that is given each time."""

    def __init__(self, place: int) -> None:
        self.place = place


class Prepared:
    """A query with a list for each blank, of the types in PostgreSQL that are named."""

    def __init__(self, make: Callable[..., QuerySet[Any, Any]], types: Sequence[str]) -> None:
        self._make = make
        self._types = types
        update_wrapper(self, make)

    @cached_property
    def _written(self) -> tuple[QuerySet[Any, Any], Any, str, tuple[object, ...]]:
        """The query, Django's writer of it, which knows how to read the answer, the SQL, and parameters with blanks.

        How each column is read is looked up once too: on a page of sixty columns that takes as long as writing them.
        """
        lists = [RawSQL(f"SELECT unnest(%s::{of}[])", [Blank(place)]) for place, of in enumerate(self._types)]
        question = self._make(*lists)
        # `connection` is that of the thread that asks.
        writer: Any = question.query.get_compiler(connection=connection)
        sql, parameters = writer.as_sql()
        readers = writer.get_converters([column[0] for column in writer.select[: writer.col_count]])
        writer.get_converters = lambda columns: readers
        return question, writer, sql, parameters

    def __call__(self, *lists: Iterable[object]) -> list[Any]:
        """Return what the query finds for these values; an empty list matches nothing."""
        question, writer, text, parameters = self._written
        given = [list(lists[item.place]) if isinstance(item, Blank) else item for item in parameters]
        writer = copy(writer)
        writer.as_sql = lambda: (text, given)
        found: Any = question.all()
        found.query.get_compiler = lambda *args, **options: writer
        return list(found)


def prepared(*types: str) -> Callable[[Callable[..., QuerySet[Any, Any]]], Prepared]:
    """Write the SQL of a question once; `types` are those of the lists it is asked with."""
    return lambda make: Prepared(make, types)
