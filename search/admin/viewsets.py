"""Synonyms as a snippet."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from search.models import SynonymGroup


class SynonymCreateView(CreateView):
    """A new group; the report of searches fills in what visitors typed."""

    def get_initial_form_instance(self) -> Any:
        """Begin with the words and the language of the address."""
        instance = super().get_initial_form_instance() or SynonymGroup()
        request: HttpRequest = self.request
        if words := request.GET.get("typed", "")[:80]:
            instance.typed = [words]
        if request.GET.get("language") in dict(SynonymGroup._meta.get_field("language").choices or ()):
            instance.language = request.GET["language"]
        return instance


class SynonymGroupViewSet(SnippetViewSet):
    """Words visitors type, and the words of the house."""

    model = SynonymGroup
    icon = "search"
    add_to_admin_menu = False
    list_display = ["slug", "language", "typed", "words", "notice"]
    list_filter = ["language", "notice"]
    add_view_class = SynonymCreateView
    menu_label = _("Synonyms")
