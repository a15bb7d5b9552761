"""Puts the screen of outcomes in a spreadsheet in the admin."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from curriculum.exchange.admin_views import outcome_exchange
from curriculum.exchange.reading import outcome_spaces
from portal.partners.access.policy import access_of
from portal.partners.access.rules import anyone, own_page
from portal.partners.access.view_rules import add_view_rules

# The view itself refuses who may make no outcome in any space.
add_view_rules({"outcome_exchange": anyone, "outcome_exchange_of": own_page})


def addresses_of_exchange() -> list[URLPattern]:
    """Return the screen for all institutes of somebody, and for one of them."""
    return [
        path("leerresultaten/", outcome_exchange, name="outcome_exchange"),
        path("leerresultaten/<int:page_id>/", outcome_exchange, name="outcome_exchange_of"),
    ]


class ExchangeItem(MenuItem):
    """A menu item for the core team; an institute finds the way on its first screen."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to the core team only."""
        return access_of(request.user).is_core


def exchange_in_the_menu() -> MenuItem:
    """Offer the screen."""
    return ExchangeItem(_("Outcomes in a spreadsheet"), reverse("outcome_exchange"), icon_name="table", order=331)


class ExchangeOutcomes(Component):
    """The way to the screen, for who may make outcomes in a space of their own."""

    name = "exchange-outcomes"
    template_name = "curriculum/editors/outcome_exchange_door.html"
    order = 2

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Say whether this person may; the core team has the menu."""
        user = parent_context["request"].user
        return {"may_exchange": not access_of(user).is_core and bool(outcome_spaces(user))}
