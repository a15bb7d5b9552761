"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The home page, standing pages, guides, glossary and figures."""

    name = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        """Let texts explain the words of the glossary."""
        from home.models.glossary import house_terms
        from portal.core.explained import explain_words

        explain_words(house_terms)
