"""House rules as system checks: a page type that forgets one does not start."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.checks import CheckMessage, Error, register

from portal.core.page_types import page_types

if TYPE_CHECKING:
    from portal.core.models.pages import PortalPage


@register("portal")
def page_types_are_complete(**kwargs: Any) -> list[CheckMessage]:
    """Refuse page types that leave out their place in the tree, search, translation or ownership."""
    messages: list[CheckMessage] = []
    for model in page_types():
        messages += [*_tree_rules(model), *_search_rule(model), *_translation_rule(model), *_owner_rule(model)]
    return messages


def _tree_rules(model: "type[PortalPage]") -> Iterable[CheckMessage]:
    for name, number in (("parent_page_types", 1), ("subpage_types", 2)):
        if name not in vars(model):
            yield Error(
                f"{model.__name__} does not state its {name}.",
                hint=f"Set `{name}`, empty if there are none.",
                obj=model,
                id=f"portal.E00{number}",
            )


def _search_rule(model: "type[PortalPage]") -> Iterable[CheckMessage]:
    if "search_document" not in vars(model):
        yield Error(
            f"{model.__name__} does not say how it is found.",
            hint="Define `search_document()`, or `search_document = None` to opt out.",
            obj=model,
            id="portal.E003",
        )


def _translation_rule(model: "type[PortalPage]") -> Iterable[CheckMessage]:
    """Every child relation is shared (facts) or made of translated rows (text); nothing may drift silently."""
    # Checks are registered before models may be loaded.
    from modelcluster.models import get_all_child_relations
    from wagtail.models import COMMENTS_RELATION_NAME, TranslatableMixin

    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name == COMMENTS_RELATION_NAME or issubclass(relation.related_model, TranslatableMixin):
            continue
        if name not in model.shared_fields:
            yield Error(
                f"{model.__name__}.{name} is neither shared between languages nor translated.",
                hint="List it in `shared_fields`, or build its rows on `TranslatedRow`.",
                obj=model,
                id="portal.E004",
            )


def _owner_rule(model: "type[PortalPage]") -> Iterable[CheckMessage]:
    """Refuse a type that can stand nowhere: it is no space, stands in none, and the core team cannot own it either."""
    if vars(model).get("parent_page_types") == []:
        yield Error(
            f"{model.__name__} can stand nowhere, so nobody owns it.",
            hint="Name the spaces or core pages it may stand under in `parent_page_types`.",
            obj=model,
            id="portal.E005",
        )
