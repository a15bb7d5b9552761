"""`manage.py prepare_site`: bring a database up to date and fill an empty one with the demo site."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from wagtail.models import Site

from portal import catalogue


class Command(BaseCommand):
    """Migrate, compile the texts, and load the demo site where there is no site yet."""

    help = "Bring the database up to date and fill an empty one with the demo site; a filled one keeps its content."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is needed; a second time that is nothing."""
        with catalogue.locked():
            catalogue.compile_all()
        call_command("migrate", verbosity=0)
        if not self._is_filled():
            call_command("load_demo")

    @staticmethod
    def _is_filled() -> bool:
        """Return whether somebody, or an earlier run, already gave the site a home page of ours."""
        site = Site.objects.select_related("root_page__content_type").filter(is_default_site=True).first()
        return site is not None and site.root_page.content_type.app_label == "home"
