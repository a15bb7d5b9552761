"""App configuration of search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Documents, engines and the outbox."""

    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Connect the receivers that fill the outbox; register checks, probes and what backups leave out."""
        from search import backups, checks, probes, receivers  # noqa: F401
