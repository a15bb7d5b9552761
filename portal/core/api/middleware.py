"""How the read API is spoken to: reading only, from every site, and not twice for what did not change."""

from collections.abc import Callable
from http import HTTPStatus
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, gettext

from portal.core.api.problems import problem
from portal.core.unchanged import marked

PREFIX = "/api/v1/"
METHODS = "GET, HEAD, OPTIONS"
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match",
    "Access-Control-Expose-Headers": "ETag, Content-Language",
    "Access-Control-Max-Age": "86400",
}
"""What a program in a browser may do here (https://fetch.spec.whatwg.org/#http-cors-protocol): all of it is public."""


def is_of_the_api(request: HttpRequest) -> bool:
    """Whether a request is for the read API."""
    return request.path_info.startswith(PREFIX)


class LanguageMiddleware(LocaleMiddleware):
    """Django's, which leads an address without language to one with it; a program gets an answer where it asked."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Say in which language the answer is."""
        if not is_of_the_api(request):
            return super().process_response(request, response)
        patch_vary_headers(response, ("Accept-Language",))
        response.headers["Content-Language"] = get_language() or ""
        return response


class PublicApiMiddleware:
    """Answer questions only, to everybody, and leave out what the asker has already."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the headers of CORS."""
        if not is_of_the_api(request):
            return self.get_response(request)
        response = self._answer(request)
        for name, value in CORS.items():
            response.headers[name] = value
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": METHODS})
        if request.method not in ("GET", "HEAD"):
            refused = problem(HTTPStatus.METHOD_NOT_ALLOWED, gettext("Here one can only read."))
            refused.headers["Allow"] = METHODS
            return refused
        is_head, request.method = request.method == "HEAD", "GET"
        response = cast("HttpResponse", self.get_response(request))
        if response.status_code == HTTPStatus.OK:
            response = cast("HttpResponse", marked(request, response, response.content))
        if is_head:
            request.method = "HEAD"
            response.headers["Content-Length"] = str(len(response.content))
            response.content = b""
        return response
