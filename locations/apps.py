"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LocationsConfig(AppConfig):
    """Locations, partners' pages, and how a new location joins."""

    name = "locations"
    verbose_name = _("Locations")

    def ready(self) -> None:
        """Register the facts that tick tasks; let search know towns, and that people call a location a school."""
        from locations.models import LocationPage
        from locations.onboarding import facts  # noqa: F401  # its functions register themselves
        from locations.onboarding.digest import send_weekly
        from search.nightly import every_night
        from search.reading.vocabulary import register_names, register_names_alone

        every_night("joining", send_weekly)
        register_names("locatie", LocationPage.objects.towns)
        register_names_alone("soort", "locatie", "school", "scholen", "schools")
