"""Why a list is as it is: rules of the house that decide what one finds, told by whoever knows them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from portal.core.facets import Choice


@dataclass(frozen=True, slots=True)
class Explanation:
    """One rule: what it does here, the rule in its owner's words, and where to read more."""

    text: str
    rule: str
    rule_of: Any
    """The object whose language the rule is written in."""
    url: str
    link: str


Explainer = Callable[[HttpRequest, Choice, bool], Iterator[Explanation]]
_explainers: list[Explainer] = []


def register_explainer(explainer: Explainer) -> None:
    """Let a function explain results: it gets the request, what was chosen, and whether nothing was found."""
    _explainers.append(explainer)


def explanations(request: HttpRequest, chosen: Choice, *, nothing: bool) -> list[Explanation]:
    """Return what explains these results; empty when nothing was chosen."""
    if not any(chosen.values()):
        return []
    return [found for explainer in _explainers for found in explainer(request, chosen, nothing)]
