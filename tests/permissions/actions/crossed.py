"""What brings something of one partner to another."""

import json
from collections.abc import Callable

from tests.permissions.actions.base import (
    Action,
    Bundle,
    Data,
    asked,
    at,
    has,
    image_file,
    plain,
    task_of,
)


def crossed_actions() -> list[Action]:
    """Return what brings something of the owner into the space of another partner, or takes something from there."""
    page = "wagtailadmin_pages"

    def away(bundle: Bundle) -> Data:
        return {"new_title": "Kopie", "new_slug": "kopie-elders", "new_parent_page": bundle.theirs.space.pk}

    copy = at(f"{page}:copy", has("public"))
    image, document = has("theirs", "image"), has("theirs", "document")
    return [
        plain("crossed: move to another's space", f"{page}:move_confirm", has("draft"), has("theirs", "space")),
        Action("crossed: copy to another's space", copy, copy, away),
        Action("crossed: alias in another's space", copy, copy, lambda bundle: {**away(bundle), "alias": "on"}),
        Action(
            "crossed: move many to another's space",
            asked(
                at("wagtail_bulk_action", "wagtailcore", "page", "move"),
                lambda bundle: f"id={bundle.draft.pk}&next=/admin/",
            ),
            None,
            lambda bundle: {"chooser": bundle.theirs.space.pk},
        ),
        Action(
            "crossed: make a page in another's space",
            at(f"{page}:add", "home", "standardpage", has("theirs", "space")),
            None,
            lambda bundle: {"title": "Nieuw", "slug": "nieuw", "body-count": "0"},
        ),
        _edit_with("crossed: use another's image", lambda bundle: {"listing_image": image(bundle)}),
        _edit_with("crossed: use another's document", lambda bundle: {"body-count": "1", **_link(document(bundle))}),
        Action(
            "crossed: upload into another's collection",
            at("wagtailimages:add"),
            None,
            lambda bundle: {"title": "x", "file": image_file(), "collection": bundle.theirs.collection.pk},
        ),
        Action(
            "crossed: move an image to another's collection",
            at("wagtailimages:edit", has("image")),
            at("wagtailimages:edit", has("image")),
            lambda bundle: {"collection": bundle.theirs.collection.pk},
        ),
        plain(
            "crossed: answer for another's review on one's own page",
            f"{page}:workflow_action",
            has("review"),
            "approve",
            lambda bundle: task_of(bundle.theirs),
            comment="Goed",
        ),
        plain(
            "crossed: answer one's own review on another's page",
            f"{page}:workflow_action",
            has("theirs", "review"),
            "approve",
            task_of,
            comment="Goed",
        ),
    ]


def _edit_with(name: str, changes: Callable[[Bundle], Data]) -> Action:
    where = at("wagtailadmin_pages:edit", has("published"))
    return Action(name, where, where, lambda bundle: {"body-count": "0", "action-publish": "1", **changes(bundle)})


def _link(document: int) -> Data:
    """A paragraph with a link to a document, as the rich text editor sends it."""
    content = {
        "blocks": [
            {
                "key": "a", "text": "Lees", "type": "unstyled", "depth": 0, "inlineStyleRanges": [],
                "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
            }
        ],
        "entityMap": {"0": {"type": "DOCUMENT", "mutability": "MUTABLE", "data": {"id": document}}},
    }  # fmt: skip
    return {
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "paragraph",
        "body-0-id": "",
        "body-0-value": json.dumps(content),
    }
