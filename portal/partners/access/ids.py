"""Numbers of things in a request: read in this one place, so that a rule and the view behind it never differ.

A rule that reads "%2017" or "²" as no number, before a view whose ORM reads 17, guards nothing. So a number counts in
one spelling only, the one Django itself writes, and a request with any other is refused before its rule is asked.
What is left has one reading, whoever reads it.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, QueryDict

CANONICAL = re.compile(r"0|[1-9][0-9]{0,9}")
GREATEST = 2**31 - 1
"""The greatest number that PostgreSQL keeps in the integer column of a key."""

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")

MANY = frozenset({"id", "target_pages[]"})
ONE = frozenset({"childOf", "parent_page_id", "child_of", "descendant_of", "ancestor_of", "translation_of"})
"""Numbers behind the question mark: more than once, or once."""

WORDS = {
    "child_of": "root",
    "descendant_of": "root",
    "translation_of": "root",
    "revision_id_a": ("live", "earliest"),
    "revision_id_b": ("live", "latest"),
}
"""What may stand in the place of a number."""

MANY_SENT = frozenset({"locales"})
ONE_SENT = frozenset(
    {
        "new_parent_page",
        "parent_page",
        "chooser",
        "collection",
        "revision_id",
        "overwrite_revision_id",
        "loaded_revision_id",
    }
)
"""Numbers in a form that somebody sends. A field of a form may be left empty."""

COUNTS = ("-count", "-order")
"""How the names of fields end that say how many blocks of running text there are, and in which place one stands."""

LISTS = re.compile(r".*:chosen_multiple|wagtailadmin_choose_page_chosen_multiple|wagtail_bulk_action")
"""Views about the things behind the question mark: none at all is no question."""

NO_KEY = frozenset({"wagtailadmin_block_preview"})
"""Views whose `id` is the name of a block."""

ALL = ["all"]
"""What a bulk screen sends in the place of numbers."""


def number(text: object) -> int:
    """Return the number that a text stands for; BadRequest for every spelling but the one Django writes."""
    if isinstance(text, int) and not isinstance(text, bool):
        text = str(text)
    if not isinstance(text, str) or not CANONICAL.fullmatch(text) or int(text) > GREATEST:
        raise BadRequest("not the number of a thing")
    return int(text)


def asked_numbers(request: HttpRequest) -> list[int]:
    """Return the numbers that an address carries behind its question mark as `id`."""
    return [number(text) for text in request.GET.getlist("id")]


def asks_for_all(request: HttpRequest) -> bool:
    """Whether a bulk screen asks for everything in a list."""
    return request.GET.getlist("id") == ALL


def numbers_in_path(arguments: Mapping[str, Any]) -> dict[str, int]:
    """Return the arguments of a view that name things by number."""
    return {
        name: number(value)
        for name, value in arguments.items()
        if _names_a_thing(name) and value is not None and value not in WORDS.get(name, ())
    }


def sent_value(request: HttpRequest) -> str:
    """Return the one `value` of a form, whatever the method of the request; BadRequest for any other body.

    The views of wagtail-localize read the body again, with the parsers of REST framework. They read the same from a
    form in UTF-8 in which the value stands once.
    """
    values = _sent(request).getlist("value")
    if request.content_type not in FORMS or (request.encoding or "utf-8").lower() != "utf-8" or len(values) != 1:
        raise BadRequest("one value in a form")
    return str(values[0])


def _sent(request: HttpRequest) -> QueryDict:
    """Return the fields of a form, which Django parses for POST only."""
    assert request.body is not None  # keeps the body for the view
    method, request.method = request.method, "POST"
    try:
        return request.POST
    finally:
        request.method = method


def refuse_odd_numbers(request: HttpRequest, view_name: str, arguments: Mapping[str, Any]) -> None:
    """Raise BadRequest when a request names a thing by anything but its number, or a list of nothing."""
    numbers_in_path(arguments)
    if view_name not in NO_KEY:
        _check(request.GET, MANY, ONE, bulk=view_name == "wagtail_bulk_action")
    if LISTS.fullmatch(view_name) and not request.GET.getlist("id"):
        raise BadRequest("nothing is named")
    _check_way_back(request.GET)
    if request.method == "POST":
        _check(request.POST, MANY_SENT, ONE_SENT, empty=True)
        _check_way_back(request.POST)
        _check_counts(request.POST)


def _check(fields: QueryDict, many: Iterable[str], one: Iterable[str], bulk: bool = False, empty: bool = False) -> None:
    for name in many:
        values = fields.getlist(name)
        if not (bulk and name == "id" and values == ALL):
            _check_each(name, values, empty)
    for name in one:
        values = fields.getlist(name)
        if len(values) > 1:
            raise BadRequest(f"more than one {name}")
        _check_each(name, values, empty)


def _check_each(name: str, values: list[str], empty: bool) -> None:
    for value in values:
        if not (value == WORDS.get(name) or (empty and not value)):
            number(value)


def _check_way_back(fields: QueryDict) -> None:
    """Wagtail takes a way back without a slash for the name of a view, and breaks on it."""
    for address in fields.getlist("next"):
        if address and not address.startswith(("/", "http://", "https://")):
            raise BadRequest("no way back")


def _check_counts(fields: QueryDict) -> None:
    """Refuse odd numbers and places of the rows of running text, which Wagtail reads without looking."""
    for name, values in fields.lists():
        if name.endswith(COUNTS):
            _check_each(name, values, empty=False)


def _names_a_thing(name: str) -> bool:
    return name == "pk" or name.endswith(("_id", "_pk", "_id_a", "_id_b"))
