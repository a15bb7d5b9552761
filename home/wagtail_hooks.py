"""Snippets of the core team in the home app."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.models import Figure, GlossaryTerm


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
