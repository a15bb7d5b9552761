"""Where Wagtail asks: the lists of choosers, documents on their way out, spaces that are about to go."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from portal.core.addresses import OWNED, is_owned
from portal.core.models.pages import PortalPage
from portal.partners.access import links, listings, media, tags
from portal.partners.access.policy import access_of
from portal.partners.access.rules import holds_space

hooks.register("before_serve_document", media.keep_documents_private)
links.register()
tags.register()

KEPT = gettext_lazy("This is the space of a partner. Here you see what stands in it, and what can happen to it.")


@hooks.register("construct_page_chooser_queryset")
def choose_from_what_one_may_see(pages: Any, request: HttpRequest) -> Any:
    """Offer pages that everyone can read, and one's own."""
    access = access_of(request.user)
    if access.is_core:
        return pages
    public = Page.objects.live().public().values("pk")
    return pages.filter(pk__in=public) | pages.filter(pk__in=access.own_pages().values("pk"))


@hooks.register("before_delete_page")
def a_space_is_not_deleted_as_a_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep a page that is a space, or has spaces below it: what a partner made would go with it."""
    if not holds_space(page):
        return None
    space = PortalPage.objects.filter(pk=page.pk, is_space=True).first()
    if space is None or not access_of(request.user).is_admin:
        return _refuse(request)
    messages.error(request, KEPT)
    return redirect("partner_leaving", space.partner_id)


@hooks.register("before_unpublish_page")
def only_the_core_team_ends_a_space(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep one editor from ending a space, and with it everything a partner made."""
    return _refuse(request) if _is_space(page) and not access_of(request.user).is_admin else None


@hooks.register("before_move_page")
def a_page_stays_in_its_language_and_a_space_in_its_place(
    request: HttpRequest, page: Page, destination: Page
) -> HttpResponse | None:
    """Only the core team moves a space, and nobody moves a page into the tree of another language."""
    if page.locale_id != destination.locale_id and not destination.is_root():
        return _refuse(request, _("A page stays in its own language. Have it translated instead."))
    if is_owned(page.slug, destination):
        return _refuse(request, OWNED % {"slug": page.slug})
    return only_the_core_team_ends_a_space(request, page)


@hooks.register("before_bulk_action")
def no_bulk_ends_a_space(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action_class_instance: Any
) -> HttpResponse | None:
    """Keep spaces out of what is done to many pages at once, and ask of each move what is asked of one page."""
    pages = [item for item in objects if isinstance(item, Page)]
    if action_type == "move" and pages:
        destination = action_class_instance.cleaned_form.cleaned_data["chooser"]
        answers = (a_page_stays_in_its_language_and_a_space_in_its_place(request, page, destination) for page in pages)
        return next((answer for answer in answers if answer is not None), None)
    if action_type == "delete":
        return _refuse(request) if any(map(holds_space, pages)) else None
    if action_type != "unpublish" or access_of(request.user).is_admin:
        return None
    return _refuse(request) if any(map(_is_space, pages)) else None


def _is_space(page: Page) -> bool:
    return PortalPage.objects.filter(pk=page.pk, is_space=True).exists()


def _refuse(request: HttpRequest, message: str = "") -> HttpResponse:
    messages.error(request, message or _("This is the space of a partner. Ask the core team to move or close it."))
    return redirect("wagtailadmin_home")


@hooks.register("register_admin_viewset")
def our_page_screens() -> PageViewSet:
    """Put our filters in the place of Wagtail's."""
    return listings.PagesViewSet()
