"""What a template says of a lab or a session of the offer, rendered once in a language while the offer stays."""

from collections.abc import Hashable

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from curriculum.labs.offer import Offered

FROM_HERE = "\ue000"
"""What stands for the list in a text that is kept for every list; no editor writes it, as it belongs to nobody."""


def rendered(item: Offered, template: str, opened_from: str = "", **values: Hashable) -> SafeString:
    """Return the text of a template for a session and its lab, or for a lab by itself.

    It gets these values and `state`, and must ask nothing else that is not of the offer: no request, no clock. Which
    list it stands in (`opened_from`, the end of an address) is filled in each time.
    """
    values["state"] = item.session.state if item.session else item.lab.state
    key = (template, get_language(), *values.items())
    found = item.rendered.get(key)
    if found is None:
        shown = {"lab": item.lab, "session": item.session, "from_here": FROM_HERE, **values}
        found = item.rendered[key] = render_to_string(template, shown)
    return mark_safe(found.replace(FROM_HERE, escape(opened_from)))  # both are escaped
