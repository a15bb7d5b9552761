"""Questions about labs and their sessions."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.models.pages import PortalPageQuerySet


class LabSessionQuerySet(models.QuerySet[Any]):
    """Questions about sessions. Always start from `public`: aliases hold copies of the rows."""

    def public(self) -> "LabSessionQuerySet":
        """Return the sessions of live labs, each once: those on the Dutch page."""
        return self.filter(page__locale__language_code=settings.LANGUAGE_CODE, page__alias_of=None, page__live=True)

    def upcoming(self) -> "LabSessionQuerySet":
        """Return the sessions that are not over yet, the next one first."""
        return self.filter(ends__gt=timezone.now()).order_by("starts")

    def past(self) -> "LabSessionQuerySet":
        """Return the sessions that are over, the latest first."""
        return self.filter(ends__lte=timezone.now()).order_by("-starts")

    def between(self, first: Any, last: Any) -> "LabSessionQuerySet":
        """Return the sessions that start on the days from `first` to `last`, in order."""
        return self.filter(starts__date__gte=first, starts__date__lte=last).order_by("starts")

    def at_location(self, location: Any) -> "LabSessionQuerySet":
        """Return the sessions at a location, given in any language."""
        return self.filter(location__translation_key=location.translation_key)

    def for_lists(self) -> "LabSessionQuerySet":
        """Load what a row in a list shows."""
        return self.select_related("page", "page__locale", "page__partner", "location", "location__locale")


class LabQuerySet(PortalPageQuerySet):
    """Questions about labs. Relations stand on Dutch pages, so these start from `originals`."""

    def at_location(self, location: Any) -> "LabQuerySet":
        """Return the labs given at a location, given in any language."""
        return self.filter(places__location__translation_key=location.translation_key).distinct()

    def about_theme(self, theme: Any) -> "LabQuerySet":
        """Return the labs about a theme, given in any language."""
        return self.filter(themes__theme__translation_key=theme.translation_key).distinct()

    def for_group(self, group: Any) -> "LabQuerySet":
        """Return the labs for a training group, given in any language."""
        return self.filter(groups__group__translation_key=group.translation_key).distinct()
