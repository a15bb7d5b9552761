"""What the relation rows of news pages have in common: they stand on the Dutch page, read in any language."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet, Value

from portal.core.models.pages import PortalPage


def related_lists(page: Any, targets: Mapping[str, str]) -> dict[str, list[Any]]:
    """Return what several relations point at as base pages, by relation, in the page's language.

    `targets` maps the name of the rows to the name of their foreign key. Pages that are not public
    are left out. Two queries for all relations together, and one for the facts of a translation.
    """
    ids = target_ids(page.facts, targets)
    wanted = {pk for pks in ids.values() for pk in pks}
    by_id = {shown.facts.pk: shown for shown in shown_pages(Q(pk__in=wanted), page)} if wanted else {}
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


def shown_pages(wanted: Q, page: Any) -> list[Any]:
    """Return the public Dutch pages that match, in the language of a page, each with its facts; one query.

    A page without translation stays Dutch. The order is that of the tree.
    """
    originals = PortalPage.objects.originals().live().public().filter(wanted)
    languages = {settings.LANGUAGE_CODE, page.locale.language_code}
    versions = PortalPage.objects.live().public().filter(alias_of=None, locale__language_code__in=languages)
    versions = versions.filter(translation_key__in=originals.values("translation_key")).select_related(
        "locale", "partner"
    )
    found: dict[Any, dict[str, Any]] = {}
    for version in versions.order_by("path"):
        found.setdefault(version.translation_key, {})[version.locale.language_code] = version
    shown = []
    for by_language in found.values():
        if owner := by_language.get(settings.LANGUAGE_CODE):
            text = by_language.get(page.locale.language_code, owner)
            text.facts = owner
            shown.append(text)
    return shown
