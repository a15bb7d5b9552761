"""What can be done with many things at once, and through the admin's own API."""

from collections.abc import Callable

from wagtail.models import Locale

from tests.permissions.actions.base import (
    Action,
    Bundle,
    Data,
    asked,
    at,
    has,
)


def bulk_actions() -> list[Action]:
    """Return what can be done with many pages, images or documents at once."""
    found = []
    for word in ("publish", "unpublish", "delete", "move"):
        for model, attribute in (("page", "public"), ("page", "draft")):
            where = at("wagtail_bulk_action", "wagtailcore", model, word)
            found.append(
                Action(
                    f"bulk: {word} a {attribute} page",
                    asked(where, _only(attribute)),
                    None,
                    lambda bundle: {"chooser": bundle.published.pk},
                )
            )
        found.append(
            Action(
                f"bulk: {word} everything below a page",
                asked(
                    at("wagtail_bulk_action", "wagtailcore", "page", word),
                    lambda bundle: f"id=all&childOf={bundle.space.pk}&next=/admin/",
                ),
                None,
                lambda bundle: {"chooser": bundle.published.pk},
            )
        )
    for model, attribute in (("portalimage", "image"), ("portaldocument", "document")):
        for word in ("delete", "add_tags", "add_to_collection"):
            found.append(
                Action(
                    f"bulk: {word} {attribute}",
                    asked(
                        at("wagtail_bulk_action", "portal", model, word),
                        _only(attribute),
                    ),
                    None,
                    lambda bundle: {"tags": "nieuw", "collection": bundle.collection.pk},
                )
            )
    return found


def _only(attribute: str) -> Callable[[Bundle], str]:
    """Ask for one thing an owner has."""
    return lambda bundle: f"id={getattr(bundle, attribute).pk}&next=/admin/"


def api_actions() -> list[Action]:
    """Return what the admin's own API can do with pages; nobody needs it."""
    english = str(Locale.objects.get(language_code="en").language_code)
    words: dict[str, tuple[str, Callable[[Bundle], Data]]] = {
        "publish": ("published", lambda bundle: {}),
        "unpublish": ("public", lambda bundle: {}),
        "delete": ("draft", lambda bundle: {}),
        "copy": ("public", lambda bundle: {"slug": "via-api", "destination_page_id": bundle.space.pk}),
        "move": ("draft", lambda bundle: {"destination_page_id": bundle.published.pk}),
        "copy_for_translation": ("draft", lambda bundle: {"locale": english}),
        "create_alias": ("public", lambda bundle: {"destination_page_id": bundle.space.pk, "slug": "alias-api"}),
        "convert_alias": ("alias", lambda bundle: {}),
        "revert_to_page_revision": (
            "published",
            lambda bundle: {"revision_id": bundle.published.latest_revision_id},
        ),
    }
    return [
        Action(f"api: {word}", at("wagtailadmin_api:pages:action", has(attribute), word), None, data)
        for word, (attribute, data) in words.items()
    ]
