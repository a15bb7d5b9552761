"""The catalogue a lab was opened from, in words: 8 labs at NXT Doorn."""

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import ngettext

from curriculum.labs.catalogue_filters import Filters
from curriculum.request_context import CurriculumContext
from portal.core.navigation import Link, OpenedFrom
from portal.core.opened_from import asked, in_words
from portal.core.worded import PerLanguage

VIEWS = {
    "": PerLanguage(nl="", en=""),
    "agenda": PerLanguage(nl="agenda/", en="calendar/"),
    "maanden": PerLanguage(nl="maanden/", en="months/"),
}
"""The ways to look at the catalogue, by what they are called in the address of a lab."""


def opened_from(known: CurriculumContext, request: HttpRequest) -> OpenedFrom | None:
    """Return the list of labs from which the address says that this lab was opened; None for any other."""
    found = asked(request)
    if found is None or found[0] not in VIEWS or not known.page_urls.labs:
        return None
    view, query = found
    path = f"{known.page_urls.labs}{VIEWS[view][known.language]}"
    filters = Filters(known.language, query, timezone.localdate(), path)
    index = Link(known.page_urls.labs_title, known.page_urls.labs)
    labs = ngettext("%(number)s lab", "%(number)s labs", filters.labs) % {"number": filters.labs}
    return OpenedFrom(index, Link(in_words(labs, filters.chips), filters.address(**filters.whereabouts)))
