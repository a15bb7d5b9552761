"""Organizations of the read API: partners with a page that everybody can read."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from locations.models.location import LocationPage
from locations.models.partner import PartnerPage
from portal.core.api.lists import PROBLEMS, Asked, Page, one_of, page_of, router_of
from portal.core.api.schemas import ApiModel, Described, IdentifierEntry, described, typed
from portal.core.content_cache import kept
from portal.core.locales import active_locale
from portal.core.models.pages import PortalPage
from portal.core.models.vocabularies import PartnerKind
from portal.core.reading import for_reader
from portal.core.seo.head import site_url
from portal.partners.models import Partner

KINDS = {PartnerKind.CORE: "root", PartnerKind.SCHOOL: "school"}
"""How the Open Education API calls a kind of partner; an institute otherwise."""

router = router_of("organizations")


class OrganizationExt(ApiModel):
    """What only this portal tells of a partner."""

    kind: str
    formality: str
    sectors: list[str]
    is_example: bool


class Organization(Described):
    """A partner."""

    organization_id: UUID
    organization_type: str
    short_name: str
    ext: OrganizationExt


class AskedOrganizations(Asked):
    """Questions to the list of organizations."""

    organization_type: str = Field(default="", max_length=40, description="Kind of organization, such as school.")


@kept(size=4)
def organizations_in(language: str) -> list[PortalPage]:
    """Return the public spaces of partners in a language: schools first, then by name."""
    locale = active_locale()
    schools = LocationPage.objects.filter(represents__archived=False).in_street_order()
    others = PartnerPage.objects.filter(represents__archived=False).order_by("represents__name")
    return [*for_reader(schools, locale), *for_reader(others, locale)]


@router.get("", response={200: Page[Organization], **PROBLEMS}, url_name="organizations")
def organizations(request: HttpRequest, asked: Query[AskedOrganizations]) -> dict[str, Any]:
    """List the partners of the Opleidingshuis."""
    found = [
        space
        for space in organizations_in(active_locale().language_code)
        if asked.finds(_partner(space).name, _partner(space).short_name, space.title)
        and asked.organization_type in ("", _kind(space))
    ]
    return page_of(request, asked, found, lambda space: _organization(space, site_url(request)))


@router.get("/{uuid:key}", response={200: Organization, **PROBLEMS}, url_name="organization")
def organization(request: HttpRequest, key: UUID) -> Organization:
    """Tell of one partner."""
    spaces = organizations_in(active_locale().language_code)
    found = one_of(request, spaces, key, lambda space: space.translation_key)
    return _organization(found, site_url(request))


def _partner(space: PortalPage) -> Partner:
    assert space.partner, "a space is the page of a partner"
    return space.partner


def _kind(space: PortalPage) -> str:
    return KINDS.get(PartnerKind(_partner(space).kind), "institute")


def _organization(space: PortalPage, root: str) -> Organization:
    partner = _partner(space)
    own = {
        "primary_code": IdentifierEntry(code_type="x-opleidingshuis", code=partner.slug),
        # The name of a partner is the same in every language, and Dutch.
        "name": [{"language": "nl-NL", "value": partner.name}],
        "description": typed(space, space.summary, space.title),
    }
    return Organization(
        **{**described(space, root, ""), **own},
        organization_id=space.translation_key,
        organization_type=_kind(space),
        short_name=partner.short_name or partner.name,
        ext=OrganizationExt(
            kind=partner.kind,
            formality=partner.formality,
            sectors=partner.sectors,
            is_example=space.facts.is_example,
        ),
    )
