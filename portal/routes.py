"""Routes of a page with a name in each language, such as `vergelijken/` and `compare/`."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import ResolverMatch
from wagtail.contrib.routable_page.models import RoutablePageMixin


class TranslatedRoutesMixin(RoutablePageMixin):
    """A page type whose routes come in pairs: one name, ending in `_nl` and in `_en`.

    A route is shown under the name of the page's own language only; the name of another language
    leads there. The language switch asks `route_path` for the same route in the other language.
    """

    shown_route: ResolverMatch | None = None
    """The route this page is answering for; None for the page itself."""

    def serve(
        self, request: HttpRequest, view: Any = None, args: Any = None, kwargs: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Answer, or lead from the name of another language to the name of the page's own."""
        self.shown_route = getattr(request, "routable_resolver_match", None)
        path = self.route_path(self.locale.language_code)  # type: ignore[attr-defined]
        if path and not self._is_shown_in(self.locale.language_code):  # type: ignore[attr-defined]
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return redirect(f"{self.get_url(request)}{path}{query}", permanent=False)  # type: ignore[attr-defined]
        answer: HttpResponse = super().serve(request, view, args, kwargs)
        return answer

    def route_path(self, language: str) -> str:
        """Return the path of the shown route below this page in a language; empty for the page itself.

        Add it to the address of the page's translation. Parts of the path that are no words (a slug)
        are the same in every language.
        """
        match = self.shown_route
        name, _, suffix = (match.url_name or "").rpartition("_") if match else ("", "", "")
        if match is None or suffix not in dict(settings.LANGUAGES):
            return ""
        path: str = self.reverse_subpage(f"{name}_{language}", args=match.args, kwargs=match.kwargs)
        return path

    def _is_shown_in(self, language: str) -> bool:
        return self.shown_route is not None and str(self.shown_route.url_name).endswith(f"_{language}")
