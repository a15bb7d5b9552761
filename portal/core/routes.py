"""Views below a page with a name in each language, such as `vergelijken/` and `compare/`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.contrib.routable_page.models import RoutablePageMixin

from portal.core.address_words import address, pairs_of
from portal.core.route_names import name_in, named, route_name, route_path

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class View:
    """A view below a page that is a page of its own for a reader: what it is called, and what it says of itself."""

    name: str
    """The name of its routes, without the language."""
    title: "StrOrPromise"
    lead: "StrOrPromise" = ""

    @property
    def context(self) -> dict[str, Any]:
        """What its template shows at the top."""
        return {"page_title": self.title, "lead": self.lead}

    def end(self, page: RoutablePageMixin, language: str) -> str:
        """Return the end of its address, below the page, in a language."""
        return str(page.reverse_subpage(named(self.name, language)))


class TranslatedRoutesMixin(RoutablePageMixin):
    """A page type whose views come in pairs: one name, ending in `_nl` and in `_en`.

    A view is shown under the name of the page's own language only; the name of another language leads
    there. The language switch (`portal.core.navigation`) leads to the same view below the translated page.
    """

    def serve(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse] | None = None,
        args: Sequence[object] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Answer, or lead from the name of another language to the name of the page's own."""
        name, language = route_name(request), self.locale.language_code
        if name != name_in(language, name):
            query = address(pairs_of(request.GET), language)
            return redirect(f"{self.get_url(request)}{route_path(request, self, language)}{query}", permanent=False)
        answer: HttpResponse = super().serve(request, view, args, kwargs)
        return answer
