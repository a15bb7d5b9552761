"""What keeping pages right adds to the admin: a screen among the reports, a button on a page, lines in its history."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.editorial.freshness.admin_views import keepers, pages_to_check, still_right
from portal.editorial.freshness.caring import OTHER_KEEPER, STILL_RIGHT
from portal.editorial.freshness.choice import check_mail_panel
from portal.editorial.freshness.desk import panel
from portal.partners.access.rules import anyone, own_original
from portal.partners.access.view_rules import add_view_rules

add_view_rules({"to_check": anyone, "still_right": own_original, "page_keepers": own_original})
hooks.register("register_account_settings_panel", check_mail_panel)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses of the screen, of the deed and of who looks after a page."""
    return [
        path("nakijken/", pages_to_check, name="to_check"),
        path("nakijken/<int:page_id>/nog-juist/", still_right, name="still_right"),
        path("nakijken/<int:page_id>/", keepers, name="page_keepers"),
    ]


@hooks.register("register_reports_menu_item")
def menu() -> MenuItem:
    """Return the item among the reports."""
    return MenuItem(gettext_lazy("Pages to check"), reverse("to_check"), icon_name="check", order=845)


@hooks.register("construct_homepage_panels")
def on_the_first_screen(request: HttpRequest, panels: list[Component]) -> None:
    """Show what is due on the first screen."""
    panels.append(panel())


@hooks.register("register_page_header_buttons")
def way_to_the_keepers(page: Page, user: User, next_url: str | None = None, **kwargs: Any) -> list[Button]:
    """Offer the way there from the menu of a Dutch page that somebody may change."""
    if not isinstance(page, PortalPage) or not page.owns_facts or not page.permissions_for_user(user).can_edit():
        return []
    return [Button(_("Who keeps this right"), reverse("page_keepers", args=[page.pk]), icon_name="check", priority=65)]


@hooks.register("register_log_actions")
def deeds_in_the_history(actions: LogActionRegistry) -> None:
    """Show in the history of a page that somebody looked at it, and that somebody else looks after it."""
    actions.register_action(STILL_RIGHT, gettext_lazy("Still right"), gettext_lazy("Checked, and still right"))
    actions.register_action(
        OTHER_KEEPER, gettext_lazy("Somebody else keeps it right"), gettext_lazy("Changed who keeps it right")
    )
