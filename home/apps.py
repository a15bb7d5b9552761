"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The home page, standing pages, guides, glossary and figures."""

    name = "home"
    verbose_name = _("Home")
