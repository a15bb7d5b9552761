"""What the relation rows of news pages have in common: they stand on the Dutch page, read in any language."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet, Value

from news.reading import for_reader
from portal.models import PortalPage, in_locale


def related_pages(page: Any, relation: str, target: str) -> list[Any]:
    """Return the live pages a relation of `page.facts` points at, in the page's language.

    `relation` is the name of the rows, `target` of their foreign key. Three queries at most.
    """
    rows = getattr(page.facts, relation).filter(**{f"{target}__live": True}).select_related(f"{target}__locale")
    return in_locale([getattr(row, target) for row in rows], page.locale)


def related_lists(page: Any, targets: Mapping[str, str]) -> dict[str, list[Any]]:
    """Return what several relations point at as base pages, by relation, in the page's language.

    `targets` maps the name of the rows to the name of their foreign key. Pages that are not public
    are left out. Four queries at most for all relations together.
    """
    ids = target_ids(page.facts, targets)
    wanted = {pk for pks in ids.values() for pk in pks}
    pages = for_reader(PortalPage.objects.filter(pk__in=wanted), page.locale) if wanted else []
    by_id = {text.facts.pk: text for text in pages}
    return {relation: [by_id[pk] for pk in pks if pk in by_id] for relation, pks in ids.items()}


def target_ids(facts: Any, targets: Mapping[str, str]) -> dict[str, list[int]]:
    """Return the ids that relation rows point at, by relation, in their order.

    Rows in the database are read with one query; rows of a preview exist in memory only.
    """
    ids: dict[str, list[int]] = {relation: [] for relation in targets}
    stored: list[Any] = []
    for relation, target in targets.items():
        rows = getattr(facts, relation).all()
        if isinstance(rows, QuerySet):
            columns = (f"{target}_id", "sort_order", "pk")
            stored.append(rows.order_by().annotate(relation=Value(relation)).values_list("relation", *columns))
        else:
            ids[relation] = [getattr(row, f"{target}_id") for row in rows]
    found = stored[0].union(*stored[1:]) if stored else []
    for relation, pk, _order, _row in sorted(found, key=lambda row: (row[2] or 0, row[3])):
        ids[relation].append(pk)
    return ids
