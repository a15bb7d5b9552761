"""What is wrong with a question to the read API, for programs and people (RFC 9457)."""

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja.errors import ValidationError
from pydantic import Field

from portal.core.api.schemas import ApiModel

CONTENT_TYPE = "application/problem+json"


class Problem(ApiModel):
    """A problem as a program reads it."""

    type: str = "about:blank"
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str


class ProblemError(Exception):
    """A question that cannot be answered; the message says why in the reader's language."""

    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status = status


def problem(status: HTTPStatus, detail: str) -> HttpResponse:
    """Return the answer that there is a problem."""
    said = Problem(title=status.phrase, status=status.value, detail=detail).model_dump(by_alias=True)
    return HttpResponse(json.dumps(said, ensure_ascii=False), status=status.value, content_type=CONTENT_TYPE)


def not_found(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Answer for an address that is not there."""
    return problem(HTTPStatus.NOT_FOUND, _("There is nothing at this address."))


def on_problem(request: HttpRequest, error: ProblemError | type[ProblemError]) -> HttpResponse:
    """Answer for a question that one of ours refused."""
    assert isinstance(error, ProblemError)
    return problem(error.status, str(error))


def on_invalid(request: HttpRequest, error: ValidationError | type[ValidationError]) -> HttpResponse:
    """Name what stands behind the question mark and cannot be read."""
    assert isinstance(error, ValidationError)
    names = sorted({str(one["loc"][-1]) for one in error.errors})
    return problem(HTTPStatus.BAD_REQUEST, _("These cannot be read: %(names)s.") % {"names": ", ".join(names)})
