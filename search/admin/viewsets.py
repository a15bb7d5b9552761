"""Synonyms as a snippet."""

import itertools
from typing import Any

from django.http import HttpRequest
from django.utils.text import slugify
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
            instance.slug = self.free_slug(slugify(words) or "synoniem")
        if request.GET.get("language") in dict(SynonymGroup._meta.get_field("language").choices or ()):
            instance.language = request.GET["language"]
        return instance

    def free_slug(self, start: str) -> str:
        """Return a key that no group has yet, so that the form can be saved in one go."""
        taken = set(SynonymGroup.objects.filter(slug__startswith=start).values_list("slug", flat=True))
        return next(slug for n in itertools.count(1) if (slug := start if n == 1 else f"{start}-{n}") not in taken)


class SynonymGroupViewSet(SnippetViewSet):
    """Words visitors type, and the words of the house."""

    model = SynonymGroup
    icon = "search"
    add_to_admin_menu = False
    list_display = ["slug", "language", "typed", "words", "notice"]
    list_filter = ["language", "notice"]
    add_view_class = SynonymCreateView
    menu_label = _("Synonyms")
