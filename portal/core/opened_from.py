"""The list a page was opened from: it stands in the address, so that breadcrumbs, menu and the way back keep it.

What stands there is a choice and never an address: where the list is, the house says itself.
"""

from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict

KEY = "uit"
"""What the list is called in the address of a page that was opened from it."""
LONGEST = 500
"""Characters of a choice; nobody chooses more by hand."""


def told(view: str, query: str) -> str:
    """Return what follows the address of a page that is opened from a list; nothing for the whole list."""
    asked = f"{view}{query}"
    return f"?{urlencode({KEY: asked})}" if asked else ""


def asked(request: HttpRequest) -> tuple[str, QueryDict] | None:
    """Return the view and the choice of the list a page was opened from; None when it was not."""
    value = request.GET.get(KEY, "")[:LONGEST]
    if not value:
        return None
    view, _separator, query = value.partition("?")
    return view, QueryDict(query)
