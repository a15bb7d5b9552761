"""Where Wagtail asks: the lists of choosers, documents on their way out, its own screens about pages."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page
from wagtail.query import PageQuerySet

from portal.partners.access import links, listings, media, tags
from portal.partners.access.policy import access_of

hooks.register("before_serve_document", media.keep_documents_private)
links.register()
tags.register()


@hooks.register("construct_page_chooser_queryset")
def choose_from_what_one_may_see(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Offer pages that everyone can read, and one's own."""
    access = access_of(request.user)
    if access.is_core:
        return pages
    public = Page.objects.live().public().values("pk")
    return pages.filter(pk__in=public) | pages.filter(pk__in=access.own_pages().values("pk"))


@hooks.register("register_admin_viewset")
def our_page_screens() -> PageViewSet:
    """Put our filters in the place of Wagtail's."""
    return listings.PagesViewSet()
