"""App configuration of search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Documents, engines and the outbox."""

    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Connect the receivers that fill the outbox, and register the checks and the probes."""
        from search import checks, probes, receivers  # noqa: F401
