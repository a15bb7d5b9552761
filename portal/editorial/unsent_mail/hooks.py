"""What mail adds to the admin: a report for the core team, and a panel on their first screen while mail does not go."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.auth import user_passes_test
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from portal.core.mail.models import OutgoingMail
from portal.core.models.users import AnyUser
from portal.editorial.dashboard import DashboardPanel, Line
from portal.editorial.unsent_mail import admin_views
from portal.partners.access.policy import UserAccess, access_of
from portal.partners.access.rules import core
from portal.partners.access.view_rules import add_view_rules

add_view_rules({"unsent_mail": core, "unsent_mail_again": core, "unsent_mail_discard": core})


def _is_core(user: AnyUser) -> bool:
    return access_of(user).is_core


class UnsentMailMenuItem(MenuItem):
    """A menu item for the core team."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to the core team."""
        return _is_core(request.user)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses of the report."""
    guarded = user_passes_test(_is_core)
    return [
        path("mail/", guarded(admin_views.unsent), name="unsent_mail"),
        path("mail/<int:pk>/opnieuw/", guarded(admin_views.again), name="unsent_mail_again"),
        path("mail/<int:pk>/weg/", guarded(admin_views.discard), name="unsent_mail_discard"),
    ]


@hooks.register("register_reports_menu_item")
def menu() -> MenuItem:
    """Return the item among the reports."""
    return UnsentMailMenuItem(gettext_lazy("Mail on its way"), reverse("unsent_mail"), icon_name="mail", order=900)


def late(access: UserAccess) -> list[Line]:
    """Return the mails that should have gone by now, for the core team."""
    if not access.is_core:
        return []
    return [
        Line(", ".join(row.recipients), reverse("unsent_mail"), row.problem or _("Not tried yet."), row.kept_at)
        for row in OutgoingMail.objects.late().defer("message")
    ]


@hooks.register("construct_homepage_panels")
def panel(request: HttpRequest, panels: list[Component]) -> None:
    """Tell the core team on the first screen."""
    heading, lead = gettext_lazy("Mail that did not go out"), gettext_lazy("These people have not got their mail yet.")
    panels.append(DashboardPanel("unsent-mail", heading, lead, late, 10))
