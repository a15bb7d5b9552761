"""Requests that no form of ours sends: each field with each odd value, each address asked oddly."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Any
from urllib.parse import quote

from portal.partners.rights import Role, Whose
from tests.permissions.actions import actions
from tests.permissions.addresses import address, patterns
from tests.permissions.world import World

MISSING = object()

ODD: tuple[Any, ...] = (
    MISSING, "", " ", "²", "-1", "0", "1e9", "99999999999999999999", "abc", "\x00", "a\x0bb", "☃" * 3000, "[]", "{}",
    "null", "2026-13-45", "10:99", "../../x", "<b>", "http://[", "//[", "mailto:", "%", "a.b", "-x", "true",
    ["a", "b"], ["1", "2"], "\u202e", "{\"a\": [1", "[1, 2]", "[[[]]]", "{\"blocks\": 3}",
)  # fmt: skip

PARAMETERS = (
    "p", "q", "ordering", "tag", "collection_id", "locale", "page_type", "export", "id", "childOf", "next", "multiple",
    "user_perms", "target_pages[]", "layout", "content_type", "owner", "edited_by", "live", "mode", "position",
    "fields", "limit", "offset", "child_of", "descendant_of", "order", "search", "type", "term", "parent_page_id",
    "link_url", "link_text", "allow_external_link", "match_subclass", "can_choose_root", "select_format",
    "describe_on_delete", "site", "latest_revision_created_at_from", "last_published_at_from", "usage_count_min",
    "is_expired", "workflow", "task", "requested_by", "status", "started_at_from", "completed_at_from", "locked_by",
    "search_all", "in_preview_panel", "_w_filter_fragment", "filter_method", "width", "height", "closeness",
    "select_locale", "create_model", "has_children", "for_explorer", "translation_of", "url", "html_path",
    "image_format", "alt_text", "filter", "year", "typed", "language", "days", "source_locale", "target_locale",
)  # fmt: skip
"""What views of the admin read behind the question mark."""

ROLES = (Role.EDITOR, Role.AUTHOR, Role.TRANSLATOR, Role.CORE_ADMIN)


@dataclass(frozen=True)
class Odd:
    """One odd request, as a person; sent when called."""

    name: str
    send: Callable[[World], Any]


def odd_question(world: World, chance: Random) -> Odd:
    """Return an address of the admin with an odd value for something its view may read."""
    role, name, value = chance.choice(ROLES), chance.choice(PARAMETERS), chance.choice(TEXTS)
    pattern = chance.choice([found for found in patterns() if found.route.startswith("admin")])
    plain = address(pattern, world.bundle(role, Whose.OWN), world)
    asked = f"{plain}{'&' if '?' in plain else '?'}{quote(name)}={quote(value)}"
    return Odd(f"{role} GET {asked[:200]}", lambda world: world.ask(role, asked))


def odd_form(world: World, chance: Random) -> Odd:
    """Return a way to write with one of the fields of its own form set to an odd value."""
    role, action = chance.choice(ROLES), chance.choice(actions())
    bundle = world.bundle(role, Whose.OWN)
    fields = {**action.filled_in(world, bundle), **action.data(bundle)}
    if not fields:
        return odd_body(world, chance)
    name, value = chance.choice(list(fields)), chance.choice(ODD)
    changed = {key: other for key, other in fields.items() if key != name}
    if value is not MISSING:
        changed[name] = value
    sent = replace(action, form=None, data=lambda bundle: changed)
    told = f"{role} {action.name}: {name} = {str(changed.get(name, 'missing'))[:60]!r}"
    return Odd(told, lambda world: sent.send(world, role, bundle))


def odd_body(world: World, chance: Random) -> Odd:
    """Return a way to write with a body that is no form, or not the kind it says."""
    role, action = chance.choice(ROLES), chance.choice(actions())
    kind, body = chance.choice(KINDS), chance.choice(BODIES)
    bundle = world.bundle(role, Whose.OWN)
    sent = replace(action, form=None, data=lambda bundle: body, kind=kind)
    return Odd(f"{role} {action.name}: {kind} {body!r}", lambda world: sent.send(world, role, bundle))


TEXTS = [value for value in ODD if isinstance(value, str)]
KINDS = ("application/json", "multipart/form-data; boundary=x", "text/plain", "x", "multipart/form-data")
BODIES = ("", "[", "[1]", "{}", '{"id": "²"}', "--x\r\nContent-Disposition: form-data\r\n\r\n1", "a=%ff%00")
