"""The page that explains the read API to people."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from curriculum.api.components import AskedComponents
from curriculum.api.learning_outcomes import AskedOutcomes
from curriculum.api.offerings import AskedOfferings
from curriculum.api.programs import AskedPrograms
from locations.api.organizations import AskedOrganizations
from news.api import AskedNews
from portal.core.api.lists import Asked

LISTS: list[tuple[str, Promise, type[Asked]]] = [
    ("organizations", gettext_lazy("Partners with a page: schools, institutes, boards"), AskedOrganizations),
    ("programs", gettext_lazy("Ways to become a teacher"), AskedPrograms),
    ("courses", gettext_lazy("Themes that institutes share, with their learning outcomes"), Asked),
    ("components", gettext_lazy("Labs in which a theme is worked on"), AskedComponents),
    ("offerings", gettext_lazy("Sessions of labs, with time and place"), AskedOfferings),
    ("learning_outcomes", gettext_lazy("What each institute asks, and which labs count for it"), AskedOutcomes),
    ("news_items", gettext_lazy("News of partners"), AskedNews),
]
"""Every list: the name of its address, what is in it, and what one may ask of it."""


@require_safe
def api_explained(request: HttpRequest) -> HttpResponse:
    """Show which lists there are, what one may ask, and how."""
    common = {str(field.alias) for field in Asked.model_fields.values()}
    rows = [
        (reverse(f"api:{name}"), what, ", ".join(_aliases(asked, common)) or _("no more than of every list"))
        for name, what, asked in LISTS
    ]
    columns = [_("Address"), _("What is in it"), _("Filters")]
    context = {
        "page_title": _("Our data for programs"),
        "view_summary": _("Everything public on this portal as data, shaped after the Open Education API."),
        "columns": columns,
        "rows": [list(zip(columns, row, strict=True)) for row in rows],
        "service": reverse("api:service"),
        "document": reverse("api:openapi-json"),
        "example": f"{reverse('api:offerings')}?since=2026-09-01",
    }
    return render(request, "home/api.html", context)


def _aliases(asked: type[Asked], common: set[str]) -> list[str]:
    return [str(field.alias) for field in asked.model_fields.values() if field.alias not in common]
