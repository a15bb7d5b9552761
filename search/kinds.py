"""The kinds of things a visitor can find, and the facets: names in addresses, fields in the index, labels."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, Promise] = {
    "lab": _("Lab"),
    "locatie": _("Location"),
    "partner": _("Partner"),
    "thema": _("Theme"),
    "leerresultaat": _("Learning outcome"),
    "opleidingsgroep": _("Training group"),
    "verhaal": _("Story"),
    "inzicht": _("Insight"),
    "handreiking": _("Guide"),
    "plan": _("Plan"),
    "evenement": _("Event"),
    "nieuws": _("News"),
    "begrip": _("Glossary term"),
    "pagina": _("Page"),
    "document": _("Document"),
}
"""Slug → label. The order is the order of the suggestions."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow the results. `name` stands in addresses, `field` in the index and the database."""

    name: str
    field: str
    label: Promise
    named_by: tuple[str, ...] = ()
    """Kinds of documents whose title is the label of a value with the same key."""


FACETS = (
    Facet("soort", "kind", _("Kind")),
    Facet("locatie", "locations", _("Location"), ("locatie",)),
    Facet("partner", "partners", _("Partner"), ("partner", "locatie")),
    Facet("sector", "sectors", _("Sector")),
    Facet("thema", "themes", _("Theme"), ("thema",)),
    Facet("groep", "groups", _("Training group"), ("opleidingsgroep",)),
    Facet("variant", "variants", _("Programme")),
)
