"""Names of programme variants for places that know them by their key only."""

from collections.abc import Iterable

from curriculum.groups.models import ProgrammeVariant, StudyYear, TrainingGroup
from portal.core.content_cache import kept
from portal.core.models.facts import fact_owners, readable

YEARS: dict[str, tuple[str, ...]] = {
    StudyYear.FIRST: ("jaar 1", "1e jaar", "eerste jaar", "eerstejaars", "year 1", "1st year", "first year"),
    StudyYear.SECOND: ("jaar 2", "2e jaar", "tweede jaar", "tweedejaars", "year 2", "2nd year", "second year"),
    StudyYear.THIRD: ("jaar 3", "3e jaar", "derde jaar", "derdejaars", "year 3", "3rd year", "third year"),
    StudyYear.FOURTH: ("jaar 4", "4e jaar", "vierde jaar", "vierdejaars", "year 4", "4th year", "fourth year"),
}
"""How people say a year of a programme."""


def years_of_groups() -> dict[str, list[str]]:
    """Return key of a training group → how one says the years of its people, in both languages."""
    groups = fact_owners(TrainingGroup).prefetch_related("variants__variant")
    return {
        group.slug: names_of_years(group.years, {row.variant.level for row in group.variants.all()}) for group in groups
    }


def names_of_years(years: Iterable[str], levels: Iterable[str]) -> list[str]:
    """Return how one says years, alone or after the level of a programme: "jaar 1", "hbo 1"."""
    said = [YEARS[year] for year in years if year in YEARS]
    numbered = [f"{level} {names[0].split()[-1]}" for level in sorted(levels) for names in said]
    return [*(name for names in said for name in names), *numbered]


@kept(size=4)
def variant_explanations(language: str) -> dict[str, str]:
    """Return key → what the name of a programme means, for those whose name does not say it."""
    rows = (
        readable(ProgrammeVariant).exclude(explanation="").values_list("slug", "explanation", "locale__language_code")
    )
    return {slug: text for slug, text, _code in sorted(rows, key=lambda row: row[2] == language)}


@kept(size=4)
def variant_names(language: str) -> dict[str, str]:
    """Return key → name in a language, or in Dutch where it is not translated."""
    rows = readable(ProgrammeVariant).values_list("slug", "name", "locale__language_code")
    return {slug: name for slug, name, _code in sorted(rows, key=lambda row: row[2] == language)}
