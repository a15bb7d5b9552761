"""What looking at links adds to the admin: a report."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.editorial.links.admin_views import broken_links
from portal.partners.access.rules import anyone
from portal.partners.access.view_rules import add_view_rules

add_view_rules({"broken_links": anyone})


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the address of the report."""
    return [path("links/", broken_links, name="broken_links")]


@hooks.register("register_reports_menu_item")
def menu() -> MenuItem:
    """Return the item among the reports."""
    return MenuItem(gettext_lazy("Broken links"), reverse("broken_links"), icon_name="link", order=870)
