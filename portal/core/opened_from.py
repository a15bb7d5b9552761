"""The list a page was opened from: it stands in the address, so that breadcrumbs, menu and the way back keep it.

What stands there is a choice and never an address: where the list is, the house says itself.
"""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from portal.core.address_words import OPENED_FROM, Pair, address, listed, parts
from portal.core.facet_form import Chip


def told(view: str, choice: Iterable[Pair]) -> str:
    """Return what follows the address of a page that is opened from a list; nothing for the beginning of all of it."""
    asked = listed(view, (pair for pair in choice if pair[1]))
    return address([(OPENED_FROM, asked)]) if asked else ""


def in_words(things: str, chips: Iterable[Chip]) -> str:
    """Return a list in words: "8 labs" under a choice of a location and more."""
    chosen = list(chips)
    places = [str(chip.label) for chip in chosen if chip.name == "locatie"]
    others = [str(chip.label) for chip in chosen if chip.name != "locatie"]
    if places:
        things = _("%(labs)s at %(places)s") % {"labs": things, "places": _(" and ").join(places)}
    return ", ".join([things, *others])


def asked(request: HttpRequest) -> tuple[str, QueryDict] | None:
    """Return the view and the choice of the list a page was opened from; None when it was not."""
    opened = request.GET.get(OPENED_FROM, "")
    if not opened:
        return None
    view, choice = parts(opened)
    return view, QueryDict(urlencode(choice))
