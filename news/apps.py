"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Stories, insights, plans, events and news."""

    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        """Tell calendars of events, and pages when these begin and end."""
        from news import turns  # noqa: F401
        from news.models import EventPage
        from news.telling import told_by_event
        from portal.core.telling import register_teller

        register_teller(EventPage, told_by_event)
