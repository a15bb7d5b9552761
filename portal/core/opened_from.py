"""The list a page was opened from: it stands in the address, so that breadcrumbs, menu and the way back keep it.

What stands there is a choice and never an address: where the list is, the house says itself.
"""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict

from portal.core.address_words import OPENED_FROM, Pair, address, listed, parts


def told(view: str, choice: Iterable[Pair]) -> str:
    """Return what follows the address of a page that is opened from a list; nothing for the whole list."""
    asked = listed(view, choice)
    return address([(OPENED_FROM, asked)]) if asked else ""


def asked(request: HttpRequest) -> tuple[str, QueryDict] | None:
    """Return the view and the choice of the list a page was opened from; None when it was not."""
    opened = request.GET.get(OPENED_FROM, "")
    if not opened:
        return None
    view, choice = parts(opened)
    return view, QueryDict(urlencode(choice))
