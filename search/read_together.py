"""Reads for many pages at once what the documents of each ask of the database."""

from collections.abc import Iterable
from typing import Any

from django.db.models import prefetch_related_objects
from modelcluster.models import get_all_child_relations
from wagtail.models import Orderable, Page

from portal.core.locales import locale_of
from portal.core.models.facts import SharedFacts, fact_owners
from portal.core.models.related import read_targets
from portal.core.peers import introduce

PARTNER = "partner"


def read_together(items: Iterable[Any]) -> list[Any]:
    """Return objects with their facts, rows and partners, and what their rows point at, some queries for each type."""
    found = list(items)
    owners = [item for item in found if isinstance(item, SharedFacts)]
    for model, of_type in by_type(owners).items():
        for item in of_type:
            item.locale = locale_of(item)
        others = facts_of(model, of_type)
        ahead = [PARTNER] if issubclass(model, Page) else []
        introduce(of_type)
        prefetch_related_objects([*of_type, *others], *ahead, *rows_of(model))
    read_targets(owners)
    return found


def by_type(items: Iterable[SharedFacts]) -> dict[Any, list[Any]]:
    """Return objects by their class."""
    found: dict[Any, list[Any]] = {}
    for item in items:
        found.setdefault(type(item), []).append(item)
    return found


def facts_of(model: Any, items: list[Any]) -> list[Any]:
    """Let texts know the objects that own their facts, and return those."""
    texts = [item for item in items if not item.owns_facts]
    keys = {item.translation_key for item in texts}
    owners = {owner.translation_key: owner for owner in fact_owners(model).filter(translation_key__in=keys)}
    for item in texts:
        item.facts = owners.get(item.translation_key, item)
    for owner in owners.values():
        owner.locale = locale_of(owner)
    return list(owners.values())


def rows_of(model: Any) -> list[str]:
    """Return the names of the rows that are written in the form of an object."""
    return [
        relation.get_accessor_name()
        for relation in get_all_child_relations(model)
        if issubclass(relation.related_model, Orderable)
    ]
