"""Our actions on many pages in the place of Wagtail's; those on one page stand in `portal.partners.access.listings`."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.partners.departures.bulk import DeleteMany, MoveMany, UnpublishMany

for action in (DeleteMany, UnpublishMany, MoveMany):
    hooks.register("register_bulk_action", action, order=100)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def why_a_page_in_use_stays(page: Page, user: User, next_url: str | None = None, **kwargs: Any) -> list[Button]:
    """Offer the screen that says where a page is in use, in the place of the button that deletes it."""
    if not isinstance(page, PortalPage):
        return []
    tester: Any = page.permissions_for_user(user)
    refusal = tester.why_not_delete()
    if refusal is None or not refusal.leaning:
        return []
    return [Button(_("Delete"), refusal.address, icon_name="bin", priority=40)]
