"""Addresses below the catalogue and the curriculum page of a language, found with one query."""

from typing import Any

from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.http import urlencode

from portal.models import PortalPage

CALENDAR_FILES = {"nl": "agenda.ics", "en": "calendar.ics"}
"""Name of the calendar file below the catalogue, in each language."""


class Addresses:
    """Where groups, the catalogue and the calendar file are; empty where the page above them is not live."""

    def __init__(self, language: str, request: Any = None) -> None:
        self.language = language
        self.request = request

    @cached_property
    def _pages(self) -> dict[str, PortalPage]:
        kinds = Q(labindexpage__isnull=False) | Q(curriculumindexpage__isnull=False)
        pages = PortalPage.objects.shown(self.language).filter(kinds)
        return {page.cached_content_type.model: page for page in pages}

    @cached_property
    def labs(self) -> str:
        """Address of the catalogue of labs."""
        return self._address("labindexpage")

    @cached_property
    def curriculum(self) -> str:
        """Address of the curriculum page."""
        return self._address("curriculumindexpage")

    def calendar_file(self, **choice: str) -> str:
        """Return the address of the calendar file, with a choice of labs."""
        return f"{self.labs}{CALENDAR_FILES[self.language]}?{urlencode(choice)}" if self.labs else ""

    def group(self, group: Any) -> str:
        """Return the address of a training group."""
        return self.below_curriculum(f"group_{self.language}", group.slug)

    def below_curriculum(self, view: str, *args: str) -> str:
        """Return the address of a view below the curriculum page."""
        page: Any = self._pages.get("curriculumindexpage")
        if page is None:
            return ""
        return f"{self.curriculum}{page.specific_class.get_resolver().reverse(view, *args)}"

    def _address(self, model: str) -> str:
        page = self._pages.get(model)
        return page.get_url(self.request) or "" if page else ""
