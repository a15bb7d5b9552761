"""The view that shows pages, and the one that says a text exists in another language only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.views import serve as serve_page

from portal.core.locales import language_of
from portal.core.models.pages import PortalPage
from portal.core.routing import find_page


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Show the page of an address, as Wagtail does once it knows which page that is."""
    find_page(request, path)
    response: HttpResponse = serve_page(request, path)
    return response


@require_safe
def untranslated(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say in which language a page can be read; lead to its translation once there is one. 404 for others."""
    pages = PortalPage.objects.live().public()
    page = get_object_or_404(pages, pk=page_id)
    language = translation.get_language()
    same = pages.filter(translation_key=page.translation_key, locale__language_code=language, alias_of=None).first()
    if same is not None:
        return redirect(same.get_url(request))
    name = translation.get_language_info(language_of(page))["name_translated"]
    return render(request, "portal/untranslated.html", {"original": page, "language_name": name})
