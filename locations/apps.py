"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LocationsConfig(AppConfig):
    """Locations, partners' pages, and how a new location joins."""

    name = "locations"
    verbose_name = _("Locations")
