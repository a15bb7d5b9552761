"""The route finder: questions about a programme, a year, an institute and a location, and the answer of the house.

Nothing is kept: the answers stand in the address of the page and nowhere else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, QuerySet, Value
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from curriculum.groups.models import ProgrammeVariant, StudyYear, TrainingGroup
from curriculum.groups.path import path_through
from curriculum.groups.placement import GroupRule, Placement, Reason, place, place_anywhere
from curriculum.groups.questions import NOT_YET, RouteForm
from curriculum.named import locales_of
from portal.core.content_cache import kept
from portal.core.models.facts import fact_owners, readable
from portal.core.models.pages import PortalPage
from portal.core.reading import localized


@dataclass(frozen=True, slots=True)
class PathStep:
    """A year of a possible way through the house."""

    year: str
    location: Any
    """The location in the reader's language; None when the house has no further location."""
    group: Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What the house answers."""

    variant: Any
    year: str
    """The year in words."""
    location: Any
    """The location in the reader's language; None while it is not chosen."""
    institute: str
    """The name of the chosen institute, or of the only one; empty while it is not chosen."""
    is_elsewhere: bool
    """Whether the chosen institute does not offer the programme in this house."""
    placement: Placement
    group: Any
    """The training group in the reader's language; None while there is none."""
    meets_at: tuple[Any, ...]
    why: str
    """The rule in words."""
    path: tuple[PathStep, ...]
    """A way through the years of the programme; empty when it has no years."""

    @property
    def reach(self) -> frozenset[str]:
        """Keys of the locations where the people of the group come; none while there is no group, or nobody said so."""
        return frozenset(self.group.facts.location_keys) if self.group is not None else frozenset()

    @property
    def locations_on_path(self) -> int:
        """How many years of the way have a location."""
        return sum(step.location is not None for step in self.path)

    @property
    def institutes(self) -> list[str]:
        """The chosen institute, or the names of those that offer the programme."""
        known = list(self.variant.facts.institute_names)
        return [self.institute] if self.institute and not self.is_elsewhere else known

    @property
    def in_words(self) -> list[str]:
        """What was answered: the programme, its year if it has more than one, and the location."""
        place = self.location.title if self.location else str(_("location not chosen yet"))
        return [self.variant.name, *([self.year] if self.has_years else []), place]

    @property
    def has_years(self) -> bool:
        """Whether the programme is counted in years."""
        return len(self.variant.facts.years) > 1

    @property
    def has_year(self) -> bool:
        """Whether one can learn a year there: not at a location that is still joining or being explored."""
        return self.location is None or is_active(self.location)


class RouteFinder:
    """Everything the questions are asked about, in the reader's language, and the answer to them."""

    def __init__(self, query: QueryDict, locale: Locale, locations: Iterable[Any]) -> None:
        self.locale = locale
        self.locations = {page.facts.content_key: page for page in locations}
        self.variants = {item.facts.slug: item for item in programmes_in(locale)}
        self.form = RouteForm(query, self.variants, self.institutes, self.locations)

    @cached_property
    def answer(self) -> Answer | None:
        """Return the answer; None while the questions are not all answered well."""
        return self._answer(self.form.cleaned_data) if self.form.is_valid() else None

    @cached_property
    def institutes(self) -> dict[str, str]:
        """Return the names of the institutes that offer a programme, by key and in the order of their names."""
        facts = [variant.facts for variant in self.variants.values()]
        found = {
            key: name for item in facts for key, name in zip(item.institute_keys, item.institute_names, strict=True)
        }
        return dict(sorted(found.items(), key=lambda pair: pair[1].casefold()))

    @cached_property
    def groups(self) -> dict[str, Any]:
        """Return the training groups by key, in the order of the house."""
        return {group.facts.slug: group for group in groups_in(self.locale)}

    @property
    def by_place(self) -> list[tuple[Any, Any]]:
        """Each location where one can learn now, with the group for the answered programme and year, if any."""
        choices, rules = self.form.cleaned_data, [rule_of(group) for group in self.groups.values()]
        placed = [(key, place(choices["variant"], choices["jaar"], key, rules)) for key in self._active]
        return [(self.locations[key], self.groups.get(placement.group or "")) for key, placement in placed]

    @property
    def _active(self) -> list[str]:
        """Keys of the locations where one can learn now."""
        return [key for key, page in self.locations.items() if is_active(page)]

    def _answer(self, choices: dict[str, str]) -> Answer:
        variant, location = self.variants[choices["variant"]], self.locations.get(choices["locatie"])
        rules = [rule_of(group) for group in self.groups.values()]
        if location is None:
            placement = place_anywhere(choices["variant"], choices["jaar"], self._active, rules)
        else:
            placement = place(choices["variant"], choices["jaar"], choices["locatie"], rules)
        group = self.groups.get(placement.group or "")
        return Answer(
            variant=variant,
            year=str(StudyYear(choices["jaar"]).label),
            location=location,
            institute=self.institutes.get(choices["instituut"], ""),
            is_elsewhere=_is_elsewhere(choices["instituut"], variant),
            placement=placement,
            group=group,
            meets_at=tuple(self.locations[key] for key in placement.meets_at if key in self.locations),
            why=_why(placement.reason, group, location, variant),
            path=tuple(self._path(choices, variant, rules)),
        )

    def _path(self, choices: dict[str, str], variant: ProgrammeVariant, rules: list[GroupRule]) -> Iterable[PathStep]:
        years = variant.facts.years
        if len(years) < 2:
            return
        chosen = choices["locatie"] if choices["locatie"] in self._active else None
        for step in path_through(years, choices["jaar"], chosen, self._active):
            group = place(choices["variant"], step.year, step.location, rules).group if step.location else None
            yield PathStep(
                year=str(StudyYear(step.year).label),
                location=self.locations[step.location] if step.location else None,
                group=self.groups.get(group or ""),
            )


def is_active(location: PortalPage) -> bool:
    """Whether colleagues in training learn at a location now."""
    return bool(location.facts.status == "actief")


def _is_elsewhere(institute: str, variant: Any) -> bool:
    """Whether an institute was chosen that does not offer a programme of which is known who does."""
    known = variant.facts.institute_keys
    return bool(known) and institute not in ("", NOT_YET, *known)


def rule_of(group: TrainingGroup) -> GroupRule:
    """Return a training group as a rule of placement."""
    facts = group.facts
    return GroupRule(
        key=facts.slug,
        variants=frozenset(facts.variant_keys),
        years=frozenset(facts.years),
        works_at=frozenset(facts.location_keys),
        meets_at=tuple(facts.meeting_keys),
    )


def _why(reason: Reason, group: TrainingGroup | None, location: PortalPage | None, variant: ProgrammeVariant) -> str:
    """Return the rule in words: what the group, the location or the programme says about it."""
    words = {
        Reason.GROUP: (group.rule or group.text) if group is not None else "",
        Reason.LOCATION: location.without_group_note if location is not None else "",
        Reason.CHOICE: str(_("Your group depends on your location. The table below shows it for each year.")),
        Reason.VARIANT: variant.without_group_note,
    }
    return words.get(reason) or str(_("No training group is named for this combination yet. Ask the location."))


@kept(size=4)
def programmes_in(locale: Locale) -> list[ProgrammeVariant]:
    """Return the programmes in a language, with the keys and names of their institutes beside their facts."""
    return localized(_variants(), locale)


@kept(size=4)
def groups_in(locale: Locale) -> list[TrainingGroup]:
    """Return the training groups in a language, with the keys of their variants and places beside their facts.

    One query, as the pages that show them ask for much already.
    """
    known = readable(TrainingGroup).filter(locale__in=locales_of(locale.language_code))
    found = list(_with_keys(known))
    texts = {group.translation_key: group for group in found if group.locale_id == locale.pk}
    owners = [group for group in found if group.owns_facts]
    for owner in owners:
        texts.setdefault(owner.translation_key, owner).facts = owner
    return [texts[owner.translation_key] for owner in owners]


def _variants() -> QuerySet[ProgrammeVariant]:
    def of_institutes(path: str) -> ArrayAgg:
        some = Q(institutes__isnull=False)
        return ArrayAgg(path, order_by="institutes__sort_order", filter=some, default=Value([]))

    return (
        fact_owners(ProgrammeVariant)
        .select_related("locale")
        .annotate(
            institute_keys=of_institutes("institutes__partner__slug"),
            institute_names=of_institutes("institutes__partner__name"),
        )
    )


def _with_keys(groups: QuerySet[TrainingGroup]) -> QuerySet[TrainingGroup]:
    """Return groups with the keys of what they name; only the Dutch ones name anything."""

    def keys(path: str, condition: Q) -> ArrayAgg:
        return ArrayAgg(path, distinct=True, filter=condition, default=Value([]))

    location = "places__location__content_key"
    return groups.select_related("locale").annotate(
        variant_keys=keys("variants__variant__slug", Q(variants__isnull=False)),
        location_keys=keys(location, Q(places__isnull=False)),
        meeting_keys=keys(location, Q(places__meets_here=True)),
    )
