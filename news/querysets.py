"""Questions about stories, events and news. Relations and dates stand on the Dutch pages: start from `originals`."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q, QuerySet
from django.utils import timezone

from portal.core.models.querysets import PortalPageQuerySet

if TYPE_CHECKING:
    from portal.core.models.pages import PortalPage

KINDS = {"lab": "labs", "location": "places", "theme": "themes", "insight": "insights"}
"""What a story can be about, with the name of the rows that say so."""


class StoryQuerySet(PortalPageQuerySet):
    """Questions about stories."""

    def newest_first(self) -> "StoryQuerySet":
        """Return the stories, the latest published first."""
        return self.order_by("-first_published_at", "path")

    def numbers_by_location(self) -> dict[UUID, int]:
        """Return how many public stories take place at each location, by what that shares with its translations."""
        key = "places__location__translation_key"
        counted = self.originals().live().public().exclude(**{key: None}).order_by().values_list(key)
        return dict(counted.annotate(number=Count("pk", distinct=True)))

    def with_traits(self) -> "StoryQuerySet":
        """Return the stories, each with what it is about by the keys of translations, such as `lab_keys`."""
        return self.annotate(**{f"{kind}_keys": ArraySubquery(self._keys(kind, rows)) for kind, rows in KINDS.items()})

    def _keys(self, kind: str, rows: str) -> "QuerySet[Any, UUID]":
        of_story: Any = self.model._meta.get_field(rows).related_model
        return of_story.objects.filter(page=OuterRef("pk")).values(f"{kind}__translation_key")

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
