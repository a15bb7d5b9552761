"""Snippets of the core team in the home app."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.models import Figure, GlossaryTerm
from home.old_figures.admin_views import old_figures
from portal.partners.access.rules import anyone
from portal.partners.access.view_rules import add_view_rules


class GlossaryTermViewSet(SnippetViewSet):
    """The words of the house."""

    model = GlossaryTerm
    icon = "openquote"
    list_display = ["term", "abbreviation", "locale"]


class FigureViewSet(SnippetViewSet):
    """The numbers."""

    model = Figure
    icon = "order"
    list_display = ["display", "unit", "source", "locale"]


class WordsAndFiguresGroup(SnippetViewSetGroup):
    """Words and figures in one menu."""

    items = (GlossaryTermViewSet, FigureViewSet)
    menu_label = _("Words and figures")
    menu_icon = "openquote"
    menu_order = 310


register_snippet(WordsAndFiguresGroup)
add_view_rules({"old_figures": anyone})


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the address of the report."""
    return [path("cijfers/eerder/", old_figures, name="old_figures")]


@hooks.register("register_reports_menu_item")
def menu() -> MenuItem:
    """Return the item among the reports."""
    return MenuItem(_("Old figures in texts"), reverse("old_figures"), icon_name="order", order=860)
