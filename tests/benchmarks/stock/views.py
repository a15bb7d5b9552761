"""The search view that `wagtail start` writes."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.models import Page


def search(request: HttpRequest) -> HttpResponse:
    """Show ten results a page."""
    words = request.GET.get("query", "")
    found = Page.objects.live().search(words) if words else Page.objects.none()
    results = Paginator(found, 10).get_page(request.GET.get("page", 1))
    return TemplateResponse(request, "stock/search.html", {"search_query": words, "search_results": results})
