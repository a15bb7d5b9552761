"""Pages of a list, and one thing of it: `pageSize`, `pageNumber` and `q`, and nothing that is not asked for by name."""

from collections.abc import Callable, Iterable, Sequence
from http import HTTPStatus
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router
from pydantic import Field

from portal.core.api.problems import Problem, ProblemError
from portal.core.api.schemas import ApiModel

T = TypeVar("T")
M = TypeVar("M")

PROBLEMS: dict[Any, Any] = {frozenset({400, 404, 405}): Problem}
"""The problems that every question may meet."""


def router_of(kind: str) -> Router:
    """Return what holds the questions about one kind of thing; what is not known is left out of an answer."""
    return Router(tags=[kind], by_alias=True, exclude_none=True)


class Asked(ApiModel):
    """What may stand behind the question mark of every list."""

    page_size: int = Field(default=20, ge=1, le=250, description="Items on a page.")
    page_number: int = Field(default=1, ge=1, le=1_000_000, description="Which page; the first is 1.")
    q: str = Field(default="", max_length=100, description="Words that the name or code must contain.")

    def finds(self, *texts: str) -> bool:
        """Whether one of these texts contains the words."""
        words = self.q.strip().casefold()
        return not words or any(words in text.casefold() for text in texts)


class Page(ApiModel, Generic[M]):
    """A page of a list."""

    page_size: int
    page_number: int
    has_previous_page: bool
    has_next_page: bool
    total_pages: int
    items: list[M]


def page_of(request: HttpRequest, asked: Asked, found: Sequence[T], make: Callable[[T], M]) -> dict[str, Any]:
    """Return the page that is asked for, of which only its own items are made; raises ProblemError beyond the last."""
    refuse_others(request, [str(field.alias) for field in type(asked).model_fields.values()])
    pages = max(1, -(-len(found) // asked.page_size))
    if asked.page_number > pages:
        raise ProblemError(HTTPStatus.NOT_FOUND, _("There are no more than %(pages)d pages.") % {"pages": pages})
    first = (asked.page_number - 1) * asked.page_size
    return {
        "page_size": asked.page_size,
        "page_number": asked.page_number,
        "has_previous_page": asked.page_number > 1,
        "has_next_page": asked.page_number < pages,
        "total_pages": pages,
        "items": [make(item) for item in found[first : first + asked.page_size]],
    }


def one_of(request: HttpRequest, found: Iterable[T], key: UUID, key_of: Callable[[T], UUID | None]) -> T:
    """Return the thing with a key; raises ProblemError when there is none."""
    refuse_others(request, [])
    for item in found:
        if key_of(item) == key:
            return item
    raise ProblemError(HTTPStatus.NOT_FOUND, _("There is nothing public with this id."))


def refuse_others(request: HttpRequest, known: Iterable[str]) -> None:
    """Raise ProblemError for a question that nobody answers: a filter with a typing error would find everything."""
    if unknown := sorted(set(request.GET) - set(known)):
        said = _("These are not known here: %(names)s.") % {"names": ", ".join(unknown)[:200]}
        raise ProblemError(HTTPStatus.BAD_REQUEST, said)
