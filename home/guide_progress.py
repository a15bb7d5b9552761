"""How far a reader is in a guide: ticked by the reader, kept in the address and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from portal.core.reading import localized

TICKED = "klaar"
"""The name under which the address holds the numbers of the steps that are done."""


@dataclass(frozen=True, slots=True)
class GuideStep:
    """A step as a reader sees it: its number, its block, where it is done, and whether the reader ticked it."""

    number: int
    title: str
    text: Any
    url: str
    """Where the step is done; empty when it names nothing of the portal."""
    is_done: bool


def steps_of(blocks: Sequence[Any], request: HttpRequest) -> list[GuideStep]:
    """Return the steps in order, each with where it is done; what the address holds beside their numbers is ignored."""
    ticked = set(request.GET.getlist(TICKED))
    pages = [block.value.get("page") for block in blocks]
    live = [page for page in pages if page is not None and page.live]
    shown = {page.translation_key: page for page in localized([page.specific for page in live])}
    return [
        GuideStep(number, value["title"], value["text"], _url(value, shown, request), str(number) in ticked)
        for number, value in enumerate((block.value for block in blocks), start=1)
    ]


def _url(value: Any, shown: dict[Any, Page], request: HttpRequest) -> str:
    """Return the address of a page in the reader's language with what stands below it; nothing for one that is gone."""
    page, address = value.get("page"), value.get("address") or ""
    if page is None:
        return address if address.startswith("/") else ""
    there = shown.get(page.translation_key)
    return f"{there.get_url(request) or ''}{address}" if there else ""
