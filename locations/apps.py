"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LocationsConfig(AppConfig):
    """Locations, partners' pages, and how a new location joins."""

    name = "locations"
    verbose_name = _("Locations")

    def ready(self) -> None:
        """Let search know in which town a location is."""
        from locations.models import LocationPage
        from search.reading.vocabulary import register_names

        register_names("locatie", LocationPage.objects.towns)
