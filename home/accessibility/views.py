"""The accessibility statement, in the parts that the Dutch model asks for."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.accessibility.looked_at import looked_at
from portal.core.seo.head import site_url

OMBUDSMAN = "https://www.nationaleombudsman.nl/klacht-indienen"


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show how accessible the site is, how that was found, what is wrong, and whom to tell."""
    found = looked_at()
    context = {
        "page_title": _("Accessibility"),
        "view_summary": _("Our statement: how well everybody can use this site, how we know, and what you can do."),
        "site": site_url(request),
        "found": found,
        "names": found.page_names(),
        "ombudsman": OMBUDSMAN,
        "signed_by": settings.ACCESSIBILITY_SIGNED_BY,
    }
    return render(request, "home/accessibility.html", context)
