"""The URL patterns of the resolver: their names, routes and arguments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLResolver, get_resolver

CONVERTER = re.compile(r"<(?:[^:<>]+:)?([^<>]+)>")


@dataclass(frozen=True)
class Pattern:
    """One pattern: its name for people, its route, and the arguments it takes."""

    name: str
    route: str
    arguments: tuple[str, ...]
    question: str = ""

    @property
    def key(self) -> str:
        """Name under which the table keeps it; patterns that share a name differ in their arguments."""
        arguments = f"({', '.join(self.arguments)})" if self.arguments else ""
        return f"{self.name}{arguments}{self.question}"


def all_patterns() -> list[Pattern]:
    """Return every pattern of the site, each once."""
    return list(dict.fromkeys(_walk(get_resolver())))


def _walk(resolver: URLResolver, namespace: str = "", route: str = "") -> Iterator[Pattern]:
    for entry in resolver.url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace, here)
        else:
            name = f"{namespace}{entry.name}" if entry.name else f"unnamed {here}"
            yield Pattern(name, here, tuple(_arguments(here)))


def _arguments(route: str) -> list[str]:
    named = re.findall(r"\(\?P<(\w+)>", route)
    plain = re.sub(r"\(\?P<\w+>[^)]*\)", "", route)
    return [*CONVERTER.findall(plain), *named] or (["*"] if "(" in plain else [])
