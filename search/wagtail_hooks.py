"""Puts search in the admin: a menu of its own for whoever may change synonyms."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_passes_test
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from portal.core.models.users import AnyUser
from portal.partners.access.rules import core
from portal.partners.access.view_rules import add_view_rules
from search.admin.desk import search_panels
from search.admin.phrases import add_phrase, fill_in
from search.admin.promotion import promote
from search.admin.views import explain, given_up, searches
from search.admin.viewsets import SynonymGroupViewSet

register_snippet(SynonymGroupViewSet)
add_view_rules({"search_promote": core, "search_phrase": core})
hooks.register("before_edit_page", fill_in, order=-5)


def may_see(user: AnyUser) -> bool:
    """Return whether somebody works on search: the core team, which owns the synonyms."""
    return bool(user.is_active and user.has_perm("search.change_synonymgroup"))


class SearchMenuItem(MenuItem):
    """A menu item for the core team."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to whoever may change synonyms."""
        return may_see(request.user)


class SearchSubmenu(SubmenuMenuItem):
    """The menu of search."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to whoever may change synonyms."""
        return may_see(request.user)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses of the reports."""
    guarded = user_passes_test(may_see)
    return [
        path("zoeken/zoekvragen/", guarded(searches), name="search_counts"),
        path("zoeken/waarom/", guarded(explain), name="search_explain"),
        path("zoeken/bovenaan/", guarded(promote), name="search_promote"),
        path("zoeken/bij-een-pagina/", guarded(add_phrase), name="search_phrase"),
        path("zoeken/opgegeven/", guarded(given_up), name="search_given_up"),
    ]


@hooks.register("register_admin_menu_item")
def menu() -> MenuItem:
    """Return the menu of search."""
    items = [
        SearchMenuItem(_("What visitors search"), reverse("search_counts"), icon_name="search"),
        SearchMenuItem(_("Why is it found?"), reverse("search_explain"), icon_name="help"),
        SearchMenuItem(_("Synonyms"), reverse("wagtailsnippets_search_synonymgroup:list"), icon_name="list-ul"),
        SearchMenuItem(_("Given up"), reverse("search_given_up"), icon_name="warning"),
    ]
    return SearchSubmenu(_("Search"), Menu(items=items), icon_name="search", order=320)


@hooks.register("construct_homepage_panels")
def search_on_the_first_screen(request: HttpRequest, panels: list[Component]) -> None:
    """Show what visitors did not find, and phrases that do not find their page."""
    panels += search_panels()
