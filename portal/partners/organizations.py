"""By which key the read API knows a partner: that of its space, which never changes."""

from uuid import UUID

from portal.core.content_cache import kept
from portal.core.models.pages import PortalPage


@kept(size=1)
def organization_keys() -> dict[int, UUID]:
    """Return the key of the space of each partner whose space everybody can read, by the key of the partner."""
    spaces = PortalPage.objects.originals().live().public().filter(is_space=True, partner__archived=False)
    return dict(spaces.values_list("partner_id", "translation_key"))
