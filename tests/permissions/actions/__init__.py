"""Every way to write: what is sent where, for what belongs to one owner."""

from tests.permissions.actions.base import Action
from tests.permissions.actions.central import SNIPPETS, central_actions
from tests.permissions.actions.crossed import crossed_actions
from tests.permissions.actions.house import house_actions, session_actions
from tests.permissions.actions.many import api_actions, bulk_actions
from tests.permissions.actions.media import media_actions
from tests.permissions.actions.more import (
    personal_actions,
    rare_bulk_actions,
    rare_house_actions,
    rare_page_actions,
)
from tests.permissions.actions.pages import page_actions
from tests.permissions.actions.translations import translation_actions

__all__ = ["SNIPPETS", "Action", "actions"]


def actions() -> list[Action]:
    """Return every way to write."""
    return [
        *page_actions(),
        *crossed_actions(),
        *bulk_actions(),
        *api_actions(),
        *translation_actions(),
        *media_actions(),
        *central_actions(),
        *house_actions(),
        *session_actions(),
        *rare_page_actions(),
        *rare_bulk_actions(),
        *rare_house_actions(),
        *personal_actions(),
    ]
