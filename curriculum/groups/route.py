"""The route finder: three questions about a programme, a year and a location, and the answer of the house.

Nothing is kept: the answers stand in the address of the page and nowhere else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, QuerySet, Value
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from curriculum.groups.models import ProgrammeVariant, StudyYear, TrainingGroup
from curriculum.groups.path import path_through
from curriculum.groups.placement import GroupRule, Placement, Reason, place
from curriculum.groups.questions import RouteForm
from portal.reading import told


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
    placement: Placement
    group: Any
    """The training group in the reader's language; None while there is none."""
    meets_at: tuple[Any, ...]
    why: str
    """The rule in words."""
    path: tuple[PathStep, ...]
    """A way through the years of the programme; empty when it has no years."""

    @property
    def locations_on_path(self) -> int:
        """How many years of the way have a location."""
        return sum(step.location is not None for step in self.path)

    @property
    def institutes(self) -> list[str]:
        """Names of the institutes that offer the programme."""
        return list(self.variant.facts.institute_names)


class RouteFinder:
    """Everything the questions are asked about, in the reader's language, and the answer to them."""

    def __init__(self, query: Any, language: str, locations: Iterable[Any]) -> None:
        self.language = language
        self.locations = {page.facts.content_key: page for page in locations}
        self.variants = {item.facts.slug: item for item in told(_variants(), language)}
        self.form = RouteForm(query if asked(query) else None, self.variants, self.locations)

    @cached_property
    def answer(self) -> Answer | None:
        """Return the answer; None while the questions are not all answered well."""
        return self._answer(self.form.cleaned_data) if self.form.is_valid() else None

    @cached_property
    def groups(self) -> dict[str, Any]:
        """Return the training groups by key, in the order of the house."""
        return {group.facts.slug: group for group in told(groups_with_keys(), self.language)}

    def _answer(self, choices: dict[str, str]) -> Answer:
        variant, location = self.variants[choices["variant"]], self.locations[choices["locatie"]]
        rules = [rule_of(group) for group in self.groups.values()]
        placement = place(choices["variant"], choices["jaar"], choices["locatie"], rules)
        group = self.groups.get(placement.group or "")
        return Answer(
            variant=variant,
            year=str(StudyYear(choices["jaar"]).label),
            location=location,
            placement=placement,
            group=group,
            meets_at=tuple(self.locations[key] for key in placement.meets_at if key in self.locations),
            why=_why(placement.reason, group, location, variant),
            path=tuple(self._path(choices, variant, rules)),
        )

    def _path(self, choices: dict[str, str], variant: Any, rules: list[GroupRule]) -> Iterable[PathStep]:
        years = variant.facts.years
        if len(years) < 2:
            return
        active = [key for key, page in self.locations.items() if page.facts.status == "actief"]
        for step in path_through(years, choices["jaar"], choices["locatie"], active):
            group = place(choices["variant"], step.year, step.location, rules).group if step.location else None
            yield PathStep(
                year=str(StudyYear(step.year).label),
                location=self.locations[step.location] if step.location else None,
                group=self.groups.get(group or ""),
            )


def asked(query: Any) -> bool:
    """Whether the visitor answered any question."""
    return any(name in query for name in RouteForm.base_fields)


def rule_of(group: Any) -> GroupRule:
    """Return a training group as a rule of placement."""
    facts = group.facts
    return GroupRule(
        key=facts.slug,
        variants=frozenset(facts.variant_keys),
        years=frozenset(facts.years),
        works_at=frozenset(facts.location_keys),
        meets_at=tuple(facts.meeting_keys),
    )


def _why(reason: Reason, group: Any, location: Any, variant: Any) -> str:
    """Return the rule in words: what the group, the location or the programme says about it."""
    words = {
        Reason.GROUP: (group.rule or group.text) if group is not None else "",
        Reason.LOCATION: location.without_group_note,
        Reason.VARIANT: variant.without_group_note,
    }
    return words.get(reason) or str(_("No training group is named for this combination yet. Ask the location."))


def _variants() -> QuerySet[ProgrammeVariant]:
    names = ArrayAgg(
        "institutes__partner__name",
        order_by="institutes__sort_order",
        filter=Q(institutes__isnull=False),
        default=Value([]),
    )
    return ProgrammeVariant.objects.select_related("locale").annotate(institute_names=names)


def groups_with_keys() -> QuerySet[TrainingGroup]:
    """Return the groups of every language, each with the keys of its variants, its locations and where it meets."""

    def keys(path: str, condition: Q) -> ArrayAgg:
        return ArrayAgg(path, distinct=True, filter=condition, default=Value([]))

    location = "places__location__content_key"
    return TrainingGroup.objects.select_related("locale").annotate(
        variant_keys=keys("variants__variant__slug", Q(variants__isnull=False)),
        location_keys=keys(location, Q(places__isnull=False)),
        meeting_keys=keys(location, Q(places__meets_here=True)),
    )
