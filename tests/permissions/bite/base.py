"""Guards, taking them away, and the cells that must then turn red."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from unittest.mock import patch

from django.test import override_settings

from portal.partners.rights import Role, Whose
from tests.permissions.actions import actions
from tests.permissions.addresses import address, patterns
from tests.permissions.cells import Asker, attempt, undone_afterwards
from tests.permissions.outcomes import expected
from tests.permissions.world import World

Cell = Callable[[World], str]
"""Asks something of the world and returns what is wrong with the answer; empty when it is right."""


@dataclass(frozen=True)
class Guard:
    """Something that keeps a door shut: where it is, what stands there when it is gone, and who must notice.

    `path` is `module:name`, `module:Class.name`, or `settings:NAME`. `again` redoes what the guard decided when the
    world was built.
    """

    path: str
    instead: Any
    cells: tuple[Cell, ...]
    again: Callable[[World], Any] | None = None


@contextmanager
def removed(guard: Guard, world: World) -> Iterator[None]:
    """Take a guard away meanwhile, and put back everything that happened without it."""
    with ExitStack() as stack:
        stack.enter_context(_replaced(guard))
        stack.enter_context(undone_afterwards())
        if guard.again:
            guard.again(world)
        yield


@contextmanager
def _replaced(guard: Guard) -> Iterator[None]:
    place, _colon, name = guard.path.partition(":")
    if place == "settings":
        with override_settings(**{name: guard.instead}):
            yield
        return
    owner: Any = import_module(place)
    *above, name = name.split(".")
    for step in above:
        owner = getattr(owner, step)
    found = getattr(owner, name)
    if inspect.isfunction(found) and inspect.ismodule(owner):
        with _another_body(found, guard.instead):
            yield
    else:
        with patch.object(owner, name, guard.instead):
            yield


@contextmanager
def _another_body(function: Any, instead: Any) -> Iterator[None]:
    """Give a function another body: whoever imported it, or registered it as a hook, then runs that."""
    kept = function.__code__, function.__defaults__, function.__kwdefaults__
    function.__code__, function.__defaults__, function.__kwdefaults__ = (
        instead.__code__,
        instead.__defaults__,
        instead.__kwdefaults__,
    )
    try:
        yield
    finally:
        function.__code__, function.__defaults__, function.__kwdefaults__ = kept


def get(key: str, role: Role, whose: Whose = Whose.OTHER) -> Cell:
    """Return a cell of the matrix of addresses."""

    def ask(world: World) -> str:
        pattern = next(pattern for pattern in patterns() if pattern.key == key)
        word, foreign = Asker(world, role).get(address(pattern, world.bundle(role, whose), world))
        right = expected("addresses", key, role, whose)
        return _wrong(word, right, [world.canaries.places[found] for found in foreign])

    return ask


def post(name: str, role: Role, whose: Whose = Whose.OTHER) -> Cell:
    """Return a cell of the matrix of ways to write."""

    def ask(world: World) -> str:
        action = next(action for action in actions() if action.name == name)
        tried = attempt(world, action, role, world.bundle(role, whose))
        assert not tried.word.startswith("broken"), tried.word
        return _wrong(tried.word, expected("actions", name, role, whose), [*tried.leaked, *tried.harmed])

    return ask


def check(function: Callable[..., None], *arguments: Any) -> Cell:
    """Return another test of this folder as a cell."""

    def ask(world: World) -> str:
        with undone_afterwards():
            try:
                function(world, *arguments)
            except AssertionError as error:
                return f"{function.__name__} fails: {error}"
        return ""

    return ask


def _wrong(word: str, right: str | None, found: list[str]) -> str:
    if found:
        return f"{word}, with {sorted(found)[:3]}"
    return "" if word == right else f"{word}, not {right}"
