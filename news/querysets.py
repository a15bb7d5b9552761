"""Questions about stories, events and news. Relations and dates stand on the Dutch pages: start from `originals`."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone

from portal.core.models.querysets import PortalPageQuerySet

if TYPE_CHECKING:
    from portal.core.models.pages import PortalPage


class StoryQuerySet(PortalPageQuerySet):
    """Questions about stories."""

    def newest_first(self) -> "StoryQuerySet":
        """Return the stories, the latest published first."""
        return self.order_by("-first_published_at", "path")

    def at_location(self, location: "PortalPage") -> "StoryQuerySet":
        """Return the stories that take place at a location, given in any language."""
        return self.filter(places__location__translation_key=location.translation_key).distinct()

    def numbers_by_location(self) -> dict[UUID, int]:
        """Return how many public stories take place at each location, by what that shares with its translations."""
        key = "places__location__translation_key"
        counted = self.originals().live().public().exclude(**{key: None}).order_by().values_list(key)
        return dict(counted.annotate(number=Count("pk", distinct=True)))

    def about(self, subject: "PortalPage") -> "StoryQuerySet":
        """Return the stories about a theme or a lab, whichever is given, in any language."""
        key = subject.translation_key
        return self.filter(Q(themes__theme__translation_key=key) | Q(labs__lab__translation_key=key)).distinct()

    def showing(self, insight: "PortalPage") -> "StoryQuerySet":
        """Return the stories that show an insight, given in any language."""
        return self.filter(insights__insight__translation_key=insight.translation_key).distinct()

    def crossing(self, sector: str) -> "StoryQuerySet":
        """Return the stories that start or end in a sector, given by its code."""
        return self.filter(Q(sector_from=sector) | Q(sector_to=sector))


class EventQuerySet(PortalPageQuerySet):
    """Questions about events."""

    def upcoming(self) -> "EventQuerySet":
        """Return the events that take place and are not over, the next one first."""
        return self.filter(is_cancelled=False, ends__gt=timezone.now()).order_by("starts")

    def visiting_days(self, location: "PortalPage") -> "EventQuerySet":
        """Return the days on which one can look around at a location, given in any language; also past ones."""
        key = location.translation_key
        return self.filter(opens_doors=True, is_cancelled=False, places__location__translation_key=key).distinct()
