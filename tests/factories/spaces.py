"""Partners, their spaces and their editors."""

from typing import Any

from locations.models import LocationIndexPage, LocationPage, PartnerIndexPage, PartnerPage
from portal.core.models.users import User
from portal.partners.models import Partner
from portal.partners.provision import provision
from tests.factories.house import publish_below


def make_partner(slug: str = "academie-tien", **fields: Any) -> Partner:
    """Make a formal school, unless told otherwise."""
    defaults = {"name": slug.replace("-", " ").title(), "kind": "school", "formality": "formeel", "sectors": ["vo"]}
    partner, _made = Partner.objects.get_or_create(slug=slug, defaults={**defaults, **fields})
    return partner


def make_location(parent: LocationIndexPage, slug: str = "academie-tien", **fields: Any) -> LocationPage:
    """Make a live location, its partner and the partner's rights."""
    partner = fields.pop("represents", None) or make_partner(slug)
    page = LocationPage(**{"title": partner.name, "slug": slug, "represents": partner, "status": "actief", **fields})
    publish_below(parent, page)
    provision(partner)
    return page


def make_partner_page(parent: PartnerIndexPage, slug: str = "hogeschool-utrecht", **fields: Any) -> PartnerPage:
    """Make the live page of an institute, its partner and the partner's rights."""
    partner = fields.pop("represents", None) or make_partner(slug, kind="instituut", sectors=["hbo"])
    page = PartnerPage(**{"title": partner.name, "slug": slug, "represents": partner, **fields})
    publish_below(parent, page)
    provision(partner)
    return page


def make_editor(partner: Partner, role: str = "editors", email: str = "") -> User:
    """Make somebody in one of a partner's groups: authors, editors or translators."""
    address = email or f"{role}@{partner.slug}.example"
    user = User.objects.create_user(address, "een-lang-wachtwoord", first_name="Sam", last_name="Jansen")
    user.groups.add(getattr(partner, role))
    return user
