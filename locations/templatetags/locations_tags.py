"""Template tags about locations: the street of all locations, and what is known of one in words."""

from collections.abc import Sequence
from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Locale

from locations.models import LocationPage, LocationStatus
from locations.words import age_range, status_of
from portal.core.reading import for_reader

register = template.Library()
register.filter(age_range)


@register.simple_tag(takes_context=True)
def street(context: template.Context) -> list[LocationPage]:
    """Return every live location in the reader's language, in the order of the street: `{% street as locations %}`.

    Kept on the request, because page and footer both ask for it.
    """
    request = context.get("request")
    known: dict[str, list[LocationPage]] = request.__dict__.setdefault("streets", {}) if request else {}
    language = get_language() or ""
    if language not in known:
        known[language] = for_reader(LocationPage.objects.in_street_order(), Locale.get_active())
    return known[language]


@register.filter
def known_facts(location: LocationPage) -> list[tuple[str, str]]:
    """Return what is known of a location, as pairs of name and value; what nobody told is left out."""
    facts, board = location.facts, location.partner.linked_to if location.partner else None
    pairs = [
        (_("Town"), facts.town),
        (_("Board"), board.name if board else ""),
        (_("Pupils"), age_range(facts)),
        (_("Status"), status_of(facts)),
        (_("Characteristics"), ", ".join(location.characteristic_labels)),
    ]
    return [(name, value) for name, value in pairs if value]


@register.filter
def in_words(names: Sequence[str]) -> str:
    """Return names as one reads them aloud: `{{ days|in_words }}` gives "Monday, Tuesday and Friday"."""
    if len(names) < 2:
        return "".join(names)
    return _("%(most)s and %(last)s") % {"most": ", ".join(names[:-1]), "last": names[-1]}


@register.filter
def list_facts(location: LocationPage) -> list[tuple[str, str]]:
    """Return what a list tells of a location, as pairs of name and value; what is not known is left out."""
    facts = location.facts
    special = location.characteristic_labels
    pairs = [
        (_("Town"), facts.town),
        (_("Ages of the pupils"), age_range(facts)),
        (_("Special"), special[0] if special else ""),
    ]
    if facts.status != LocationStatus.ACTIVE:
        pairs.append((_("Status"), facts.get_status_display()))
    return [(name, value) for name, value in pairs if value]


@register.filter
def times(number: int, step: int) -> int:
    """Return a position in a drawing: `{{ forloop.counter0|times:214 }}`."""
    return number * step


@register.filter
def short_month(value: date) -> str:
    """Return the month in three letters, small in Dutch: `{{ label.day|short_month }}`."""
    name = date_format(value, "M")
    return name.lower() if get_language() == "nl" else name
