"""The kinds of things a visitor can find, and the facets: names in addresses, fields in the index, labels."""

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.facet_form import Option
from portal.core.facets import Facet, Labels
from portal.core.models.vocabularies import Sector

VALUE = re.compile(r"[\w-]{1,120}")
"""What the key of a value looks like."""
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
"""Slug → label of one, also above its suggestions. The order is the order of the suggestions."""
MANY: dict[str, Promise] = {
    "lab": _("Labs"),
    "locatie": _("Locations"),
    "partner": _("Partners"),
    "thema": _("Themes"),
    "leerresultaat": _("Learning outcomes"),
    "opleidingsgroep": _("Training groups"),
    "verhaal": _("Stories"),
    "inzicht": _("Insights"),
    "handreiking": _("Guides"),
    "plan": _("Plans"),
    "evenement": _("Events"),
    "nieuws": _("News"),
    "begrip": _("Glossary terms"),
    "pagina": _("Pages"),
    "document": _("Documents"),
}
"""Slug → label of all of them, as one chooses a kind."""


@dataclass(frozen=True)
class SearchFacet(Facet):
    """A facet of search: an engine filters and counts by a field, which the index and the table of documents share."""

    field: str
    words: Labels = dataclasses.field(default_factory=dict)
    """Values with a word of their own."""
    named_by: tuple[str, ...] = ()
    """Kinds of documents whose title is the label of a value with the same key."""

    @property
    def is_single(self) -> bool:
        """Whether a document has exactly one value."""
        return self.field == "kind"

    def accepts(self, value: str) -> bool:
        """Whether a text can be a key."""
        return bool(VALUE.fullmatch(value))

    def condition(self, values: Iterable[str]) -> dict[str, Any]:
        """Return the condition of Elasticsearch for documents that have any of the values."""
        return {"terms": {self.field: list(values)}}

    def holds(self, document: Any, values: Iterable[str]) -> bool:
        """Whether a document has one of the values."""
        found = getattr(document, self.field)
        return not set(values).isdisjoint([found] if isinstance(found, str) else found)

    def lookup(self, values: Iterable[str]) -> dict[str, list[str]]:
        """Return the same as a condition of the database."""
        return {f"{self.field}__{'in' if self.is_single else 'overlap'}": list(values)}

    def place(self, option: Option) -> tuple[int, str]:
        """Order options by their number of results, then by their words."""
        return -option.count, super().place(option)[1]


FACETS = (
    SearchFacet("soort", _("Kind"), "kind", words=MANY),
    SearchFacet("locatie", _("Location"), "locations", named_by=("locatie",)),
    SearchFacet("partner", _("Partner"), "partners", named_by=("partner", "locatie")),
    SearchFacet("sector", _("Sector"), "sectors", words=dict(Sector.choices)),
    SearchFacet("thema", _("Theme"), "themes", named_by=("thema",)),
    SearchFacet("groep", _("Training group"), "groups", named_by=("opleidingsgroep",)),
    SearchFacet("variant", _("Programme"), "variants"),
)
KIND = next(facet.name for facet in FACETS if facet.is_single)
