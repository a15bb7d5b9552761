"""What a partner may learn of others although nobody gave it: few things, each with its reason and tested."""

from collections.abc import Callable
from dataclasses import dataclass

from portal.partners.rights import Role
from tests.permissions.world import World


@dataclass(frozen=True)
class Accepted:
    """One thing that is told: where a role meets it (a key of the table), and the words it meets."""

    what: str
    reason: str
    role: Role
    key: str
    words: Callable[[World], str]


ACCEPTED = (
    Accepted(
        "titles of published pages of other partners, in the chooser",
        "Partners link to each other's pages, and every visitor reads these titles.",
        Role.AUTHOR,
        "wagtailadmin_choose_page_child(parent_page_id)",
        lambda world: world.bundles["b"].public.title,
    ),
    Accepted(
        "names of the people of the core team, in filters",
        "They work with everyone, and their names stand on the site.",
        Role.AUTHOR,
        "wagtailadmin_explore(parent_page_id) of space",
        lambda world: str(world.people[Role.CORE_ADMIN]),
    ),
    Accepted(
        "names of the groups of all partners, in the form that makes a page private",
        "Wagtail offers every group; a name is that of a partner and of a role, and who is in it is not told.",
        Role.EDITOR,
        "wagtailadmin_pages:set_privacy(page_id)",
        lambda world: world.bundles["b"].group.name,
    ),
    Accepted(
        "titles of images and documents in the shared collection",
        "The core team puts them there for everyone.",
        Role.TRANSLATOR,
        "wagtailimages_chooser:choose",
        lambda world: world.bundles["k"].shared_image.title,
    ),
)
"""At most ten. A test fails when one of them is told no more, so that the list stays true."""
