"""Questions about stories, events and news."""

from typing import Any

from django.utils import timezone

from portal.models.pages import PortalPageQuerySet


class StoryQuerySet(PortalPageQuerySet):
    """Questions about stories. Relations stand on the Dutch pages."""

    def newest_first(self) -> "StoryQuerySet":
        """Return the stories, the latest published first."""
        return self.order_by("-first_published_at", "path")

    def at_location(self, location: Any) -> "StoryQuerySet":
        """Return the stories that take place at a location, given in any language."""
        return self.filter(places__location__translation_key=location.translation_key).distinct()

    def about_theme(self, theme: Any) -> "StoryQuerySet":
        """Return the stories that touch a theme, given in any language."""
        return self.filter(themes__theme__translation_key=theme.translation_key).distinct()

    def about_lab(self, lab: Any) -> "StoryQuerySet":
        """Return the stories that tell about a lab, given in any language."""
        return self.filter(labs__lab__translation_key=lab.translation_key).distinct()


class EventQuerySet(PortalPageQuerySet):
    """Questions about events; their dates stand on the Dutch pages."""

    def upcoming(self) -> "EventQuerySet":
        """Return the events that are not over, the next one first."""
        return self.filter(ends__gt=timezone.now()).order_by("starts")
