"""The report of links that lead nowhere, for who may change the pages they stand on."""

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from portal.editorial.links.models import BrokenLink, Trouble
from portal.partners.access.policy import access_of

SHOWN = 50
"""Links on one screen."""


def broken_links(request: HttpRequest) -> HttpResponse:
    """Show the links in one's own spaces, broken ones before those that moved; the core team sees all."""
    access = access_of(request.user)
    rows = BrokenLink.objects.select_related("page__partner")
    found = rows if access.is_core else rows.filter(page__in=access.own_pages().values("pk"))
    advice_last = Case(When(trouble=Trouble.MOVED, then=1), default=0)
    ordered = found.order_by(advice_last, "since", "page__path", "pk")
    links = Paginator(ordered, SHOWN).get_page(request.GET.get("p"))
    facts = {
        "title": _("Broken links"),
        "icon": "link",
        "listed": links,
        "count": links.paginator.count,
        "asks_other_sites": settings.CHECK_OTHER_SITES,
    }
    return render(request, "portal/links/broken_links.html", facts)
