"""All training groups in one language, loaded with one query: who is in them, and where they work and meet."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from curriculum import lookups
from curriculum.groups.models import GroupPlace, GroupVariant, StudyYear, TrainingGroup
from portal.core.models.facts import readable


@dataclass(eq=False, slots=True)
class ListedGroup:
    """A training group as a visitor reads it."""

    group: Any
    """The group in the reader's language, or in Dutch where it is not translated."""
    facts: Any
    """The Dutch group."""
    variants: list[Any]
    places: list[Any]
    """Locations where its people work."""
    meets_at: list[Any]
    """Locations where it meets."""

    @property
    def years(self) -> list[str]:
        """The years of its people in words."""
        return [str(StudyYear(code).label) for code in self.facts.years if code != StudyYear.NONE]

    def explains(self, chosen: Collection[str], locations: Collection[str]) -> bool:
        """Whether the rule of the group explains what one finds with chosen groups and locations, given by key.

        A chosen group may meet elsewhere than at the chosen locations, or there and elsewhere too. Who chose only
        locations misses the groups whose people work there and meet elsewhere.
        """
        meets = {place.content_key for place in self.meets_at}
        works = {place.content_key for place in self.places}
        if not meets or not locations:
            return False
        if self.facts.slug in chosen:
            return meets != set(locations)
        return not chosen and not works.intersection(locations) <= meets

    @property
    def works_elsewhere(self) -> list[Any]:
        """Locations where its people work, but where it does not meet."""
        meeting = {place.pk for place in self.meets_at}
        return [place for place in self.places if place.pk not in meeting]


def load_groups(language: str) -> list[ListedGroup]:
    """Load every training group, in the order of the core team."""
    rows = GroupPlace.objects.filter(group=lookups.parent())
    groups = (
        readable(TrainingGroup)
        .filter(locale__language_code__in=[settings.LANGUAGE_CODE, language])
        .annotate(
            found_variants=lookups.variants().beside(GroupVariant.objects.filter(group=lookups.parent()), "variant"),
            found_places=lookups.pages().beside(rows, "location"),
            found_meeting=lookups.pages().beside(rows.filter(meets_here=True), "location"),
        )
    )
    found = list(groups.select_related("locale").order_by("order", "slug"))
    texts = {group.translation_key: group for group in found if group.locale.language_code == language}
    originals = [group for group in found if group.owns_facts]
    return [_listed(group, texts.get(group.translation_key, group), language) for group in originals]


def _listed(original: TrainingGroup, shown: TrainingGroup, language: str) -> ListedGroup:
    shown.facts = original
    return ListedGroup(
        group=shown,
        facts=original,
        variants=lookups.variants().read(original.found_variants, language),
        places=lookups.pages().read(original.found_places, language),
        meets_at=lookups.pages().read(original.found_meeting, language),
    )
