"""Puts the screen of a new school year in the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from curriculum.rollover.admin_views import new_school_year
from portal.partners.access.policy import access_of
from portal.partners.access.rules import anyone, own_page
from portal.partners.access.view_rules import add_view_rules

# The view itself refuses who may make no lab in any space.
add_view_rules({"school_year_rollover": anyone, "school_year_rollover_of": own_page})


def addresses_of_a_new_year() -> list[URLPattern]:
    """Return the screen for all of somebody's spaces, and for one space."""
    return [
        path("nieuw-schooljaar/", new_school_year, name="school_year_rollover"),
        path("nieuw-schooljaar/<int:page_id>/", new_school_year, name="school_year_rollover_of"),
    ]


class NewYearItem(MenuItem):
    """A menu item for the core team; a partner finds the way beside the button for a new lab."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to the core team only."""
        return access_of(request.user).is_core


def new_year_in_the_menu() -> MenuItem:
    """Offer the screen."""
    return NewYearItem(_("New school year"), reverse("school_year_rollover"), icon_name="calendar", order=330)
