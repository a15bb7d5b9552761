"""Puts the screens about partners in the admin, and leads whoever wants to delete a partner to them."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from portal.core.models.users import AnyUser
from portal.partners.access.policy import access_of
from portal.partners.access.rules import admins, anyone
from portal.partners.access.view_rules import add_view_rules
from portal.partners.admin_views.leaving import Leaving
from portal.partners.admin_views.opening import NewPartner, opened
from portal.partners.admin_views.rights import who_may_what
from portal.partners.content_summary import ContentSummary
from portal.partners.models import Partner

add_view_rules({"partner_new": admins, "partner_opened": admins, "partner_leaving": admins, "who_may_what": anyone})


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses of the screens; `portal.partners.access.view_rules` says who may open them."""
    return [
        path("partners/new/", NewPartner.as_view(), name="partner_new"),
        path("partners/<int:partner_id>/ready/", opened, name="partner_opened"),
        path("partners/<int:partner_id>/leaving/", Leaving.as_view(), name="partner_leaving"),
        path("rights/", who_may_what, name="who_may_what"),
    ]


class AdministratorsItem(MenuItem):
    """A menu item for who decides about partners."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to administrators only."""
        return access_of(request.user).is_admin


@hooks.register("register_admin_menu_item")
def new_partner_in_the_menu() -> MenuItem:
    """Offer a new partner."""
    return AdministratorsItem(gettext_lazy("New partner"), reverse("partner_new"), icon_name="plus", order=301)


@hooks.register("register_admin_menu_item")
def rights_in_the_menu() -> MenuItem:
    """Offer the table of rights to everyone."""
    return MenuItem(gettext_lazy("Who may do what"), reverse("who_may_what"), icon_name="key", order=900)


@hooks.register("register_snippet_listing_buttons")
def a_way_to_leave(snippet: Model, user: AnyUser, next_url: str | None = None) -> Iterator[Button]:
    """Offer the screen for a partner that leaves in the list of partners."""
    if isinstance(snippet, Partner) and access_of(user).is_admin:
        label = _("Take part again") if snippet.archived else _("Leave")
        yield Button(label, reverse("partner_leaving", args=[snippet.pk]), icon_name="logout", priority=40)


@hooks.register("before_delete_snippet")
def ask_before_a_partner_goes(request: HttpRequest, instances: Iterable[Any]) -> HttpResponse | None:
    """Show what a partner has in the place of a button that deletes it."""
    partners = [instance for instance in instances if isinstance(instance, Partner)]
    if not partners:
        return None
    partner = next((partner for partner in partners if ContentSummary(partner).keeps_content), partners[0])
    messages.info(request, _("Look at what %(name)s has before you decide.") % {"name": partner.name})
    return redirect("partner_leaving", partner.pk)
