"""The report of figures that changed and of texts that still say what they said before."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from home.models.earlier_figures import EarlierFigure
from home.old_figures.finding import places_of
from portal.partners.access.policy import access_of

SHOWN = 50
"""Places on one screen."""


def old_figures(request: HttpRequest) -> HttpResponse:
    """Show which texts that somebody may change hold an earlier number, and all earlier numbers."""
    places = Paginator(list(places_of(access_of(request.user))), SHOWN).get_page(request.GET.get("p"))
    earlier = EarlierFigure.objects.select_related("figure").order_by("figure__slug", "-until", "-pk")
    facts = {"title": _("Old figures in texts"), "icon": "order", "listed": places, "count": places.paginator.count}
    return render(request, "home/editors/old_figures.html", {**facts, "earlier": earlier})
