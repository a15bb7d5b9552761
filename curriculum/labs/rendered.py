"""What a template says of a lab or a session of the offer, rendered once in a language while the offer stays."""

from collections.abc import Hashable

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from curriculum.labs.offer import Offered


def rendered(item: Offered, template: str, **values: Hashable) -> SafeString:
    """Return the text of a template for a session and its lab, or for a lab by itself.

    It gets these values and `state`, and must ask nothing else that is not of the offer: no request, no clock.
    """
    values["state"] = item.session.state if item.session else item.lab.state
    key = (template, get_language(), *values.items())
    found = item.rendered.get(key)
    if found is None:
        found = render_to_string(template, {"lab": item.lab, "session": item.session, **values})
        item.rendered[key] = found
    return found
