"""All training groups in one language, loaded at once: who is in them, and where they work and meet."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from curriculum.groups.models import GroupPlace, GroupVariant, StudyYear, TrainingGroup
from curriculum.named import locales_of, named_pages, named_variants
from portal.core.models.facts import readable

KEY_OF_VARIANT, KEY_OF_PLACE = "variant__translation_key", "location__translation_key"


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
    """Load every training group, in the order of the core team; five queries, whatever their number."""
    versions = readable(TrainingGroup).filter(locale__in=locales_of(language)).order_by("order", "slug")
    found = list(versions.select_related("locale"))
    texts = {group.translation_key: group for group in found if group.locale.language_code == language}
    originals = [group for group in found if group.owns_facts]
    variant_rows = list(GroupVariant.objects.filter(group__in=originals).values_list("group", KEY_OF_VARIANT))
    place_rows = list(GroupPlace.objects.filter(group__in=originals).values_list("group", KEY_OF_PLACE, "meets_here"))
    variants = named_variants((key for _group, key in variant_rows), language)
    places = named_pages((key for _group, key, _meets in place_rows), language)
    listed = []
    for original in originals:
        shown = texts.get(original.translation_key, original)
        shown.facts = original
        mine = [(key, meets) for group, key, meets in place_rows if group == original.pk]
        listed.append(
            ListedGroup(
                group=shown,
                facts=original,
                variants=variants.all(key for group, key in variant_rows if group == original.pk),
                places=places.all(key for key, _meets in mine),
                meets_at=places.all(key for key, meets in mine if meets),
            )
        )
    return listed
