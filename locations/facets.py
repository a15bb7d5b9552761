"""What the list of locations can be filtered by."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from locations.models.vocabularies import Characteristic, LocationStatus
from portal.core.facets import ListFacet, WordFacet
from portal.core.models.vocabularies import Sector

FACETS: tuple[ListFacet[Any], ...] = (
    WordFacet("sector", _("Sector"), {code.value: code.value for code in Sector}, lambda page: page.sector_codes),
    WordFacet("kenmerk", _("Characteristic"), dict(Characteristic.choices), lambda page: page.facts.characteristics),
    WordFacet("status", _("Status"), dict(LocationStatus.choices), lambda page: [page.facts.status]),
)
