"""Where training groups meet, in words for a reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale

from curriculum.groups.models import GroupPlace
from portal.models import in_locale


@dataclass(frozen=True, slots=True)
class Meeting:
    """A training group and the locations where it meets, in the reader's language."""

    group: Any
    places: list[Any]


def meeting_places(slugs: Iterable[str]) -> list[Meeting]:
    """Return where each group meets; groups that meet nowhere yet are left out. No query without groups."""
    wanted = list(slugs)
    if not wanted:
        return []
    rows = GroupPlace.objects.filter(group__slug__in=wanted, meets_here=True, location__live=True)
    rows = rows.select_related("group__locale", "location__locale").order_by("group__order", "location__path")
    locale = Locale.get_active()
    groups = in_locale([row.group for row in rows], locale)
    places = in_locale([row.location for row in rows], locale)
    found: dict[Any, Meeting] = {}
    for group, place in zip(groups, places, strict=True):
        found.setdefault(group.translation_key, Meeting(group, [])).places.append(place)
    return list(found.values())
