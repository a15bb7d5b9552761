"""Facet counts in PostgreSQL: all facets and the total in one statement over the same matched documents."""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Count

from search.kinds import FACETS
from search.models.documents import StoredDocumentQuerySet
from search.request import SearchRequest
from search.when import CHOICES, WHEN


def chosen(documents: StoredDocumentQuerySet, request: SearchRequest) -> StoredDocumentQuerySet:
    """Narrow documents to the choices: any value of one facet, all facets together."""
    for facet in CHOICES:
        if values := request.chosen.get(facet.name):
            documents = documents.filter(**facet.lookup(values))
    return documents


def sizes(found: Sequence[StoredDocumentQuerySet]) -> list[int]:
    """Return how many documents each of these holds, in one statement that asks only the index."""
    counted = [documents.order_by().values("pk").query.sql_with_params() for documents in found]
    if not counted:
        return []
    statement = "SELECT " + ", ".join(
        f"(SELECT count(*) FROM ({sql}) AS found{n})" for n, (sql, _) in enumerate(counted)
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for _sql, values in counted for value in values])
        return list(cursor.fetchone())


def facet_counts(request: SearchRequest, documents: StoredDocumentQuerySet) -> tuple[dict[str, dict[str, int]], int]:
    """Return per facet the count of each value under the choices in all *other* facets, and the total."""
    # Documents with the same values are counted together: a table of a few hundred rows, whatever matched.
    if days := request.chosen.get(WHEN.name):  # narrows every count, since it has no counts of its own
        documents = documents.filter(**WHEN.lookup(days))
    alike = documents.order_by().values(*(facet.field for facet in FACETS)).annotate(many=Count("pk"))
    matched, parameters = alike.query.sql_with_params()
    everywhere, values = condition(request)
    statements = [f"SELECT '', '', coalesce(sum(many), 0) FROM matched WHERE {everywhere}"]
    parameters = [*parameters, *values]
    for facet in FACETS:
        elsewhere, values = condition(request, leave_out=facet.name)
        source = f"SELECT '{facet.name}', {facet.field}::text AS value, sum(many) FROM matched"
        if not facet.is_single:
            source = f"SELECT '{facet.name}', value, sum(many) FROM matched, unnest({facet.field}) AS value"
        statements.append(f"{source} WHERE {elsewhere} GROUP BY value")
        parameters += values
    with connection.cursor() as cursor:
        # Names of facets and columns are constants of this program; everything typed goes in as a parameter.
        cursor.execute(f"WITH matched AS MATERIALIZED ({matched}) {' UNION ALL '.join(statements)}", parameters)
        rows = cursor.fetchall()
    counts: dict[str, dict[str, int]] = {facet.name: {} for facet in FACETS}
    total = 0
    for name, value, count in rows:
        if name:
            counts[name][value] = int(count)
        else:
            total = int(count)
    return counts, total


def condition(request: SearchRequest, leave_out: str = "") -> tuple[str, list[Any]]:
    """Return the choices as a condition with its parameters."""
    pieces, parameters = ["true"], []
    for facet in FACETS:
        values = request.chosen.get(facet.name)
        if values and facet.name != leave_out:
            pieces.append(f"{facet.field} = ANY(%s)" if facet.is_single else f"{facet.field}::text[] && %s")
            parameters.append(list(values))
    return " AND ".join(pieces), parameters
