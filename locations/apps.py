"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LocationsConfig(AppConfig):
    """Locations, partners' pages, and how a new location joins."""

    name = "locations"
    verbose_name = _("Locations")

    def ready(self) -> None:
        """Let search know in which town a location is, and that people call one a school."""
        from locations.models import LocationPage
        from search.reading.vocabulary import register_names, register_names_alone

        register_names("locatie", LocationPage.objects.towns)
        register_names_alone("soort", "locatie", "school", "scholen", "schools")
