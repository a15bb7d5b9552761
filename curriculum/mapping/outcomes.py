"""All public learning outcomes in one language, loaded at once: text translated, facts from the Dutch page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from curriculum.mapping.rows import OutcomeGroup, OutcomeLab, OutcomeTheme, outcome_pages
from curriculum.named import locales_of, named_groups, named_pages
from portal.core.models.pages import PortalPage
from portal.core.reading import localized
from portal.partners.models import Partner

if TYPE_CHECKING:
    from curriculum.models.outcome import OutcomePage


@dataclass(eq=False, slots=True)
class ListedOutcome:
    """An outcome as a visitor reads it, with what it is linked to."""

    page: Any
    """The outcome in the reader's language, or in Dutch where no translation is live."""
    facts: Any
    """The Dutch outcome."""
    themes: list[Any]
    groups: list[Any]
    labs: list[Any]
    """The public labs that count."""
    ways: dict[Any, str]
    """How one shows the outcome in a theme, by translation key of the theme, where that differs."""

    @property
    def code(self) -> str:
        """The institute's own code."""
        return str(self.facts.code)

    @property
    def partner(self) -> Partner:
        """The institute that decides."""
        partner: Partner = self.facts.partner
        return partner

    def about(self, theme: PortalPage) -> bool:
        """Whether the outcome belongs to a theme, given in any language."""
        return any(own.translation_key == theme.translation_key for own in self.themes)

    def counts(self, lab: PortalPage) -> bool:
        """Whether a lab, given in any language, counts for the outcome."""
        return any(own.translation_key == lab.translation_key for own in self.labs)

    def way_in(self, theme: PortalPage) -> str:
        """How one shows the outcome in a theme, in the reader's language where it is translated."""
        return self.ways.get(str(theme.translation_key)) or str(self.page.verwerking)


@dataclass(frozen=True, slots=True)
class InstituteOutcomes:
    """The outcomes of one institute."""

    partner: Partner
    outcomes: list[ListedOutcome]


def load_outcomes(language: str) -> list[ListedOutcome]:
    """Load the outcomes of every institute, in the order of their codes; six queries, whatever their number."""
    pages = outcome_pages().live().public().filter(locale__in=locales_of(language), alias_of=None)
    found = list(pages.select_related("locale", "partner").order_by("code", "path"))
    texts = {page.translation_key: page for page in found if page.locale.language_code == language}
    originals = [page for page in found if page.owns_facts]
    ways = _rows(OutcomeTheme, found, "translation_key", "theme__translation_key", "verwerking")
    groups = _rows(OutcomeGroup, originals, "group__translation_key")
    labs = _rows(OutcomeLab, originals, "lab__translation_key")
    themes = {page: [theme for _row, theme, _way in rows] for page, rows in ways.items()}
    lab_keys = {page: [key for (key,) in rows] for page, rows in labs.items()}
    group_keys = {page: [key for (key,) in rows] for page, rows in groups.items()}
    known_pages = named_pages(chain(*themes.values(), *lab_keys.values()), language)
    known_groups = named_groups(chain(*group_keys.values()), language)
    listed = []
    for original in originals:
        shown = texts.get(original.translation_key, original)
        shown.facts = original
        listed.append(
            ListedOutcome(
                page=shown,
                facts=original,
                themes=known_pages.all(themes.get(original.pk, [])),
                groups=known_groups.all(group_keys.get(original.pk, [])),
                labs=known_pages.all(lab_keys.get(original.pk, [])),
                ways=_ways(ways.get(original.pk, []), ways.get(shown.pk, [])),
            )
        )
    return listed


def _rows(model: type[Any], pages: list[Any], *columns: str) -> dict[int, list[Any]]:
    """Return columns of the rows of pages, by page."""
    found: dict[int, list[Any]] = {}
    for page, *values in model.objects.filter(page__in=pages).values_list("page_id", *columns):
        found.setdefault(page, []).append(values)
    return found


def _ways(original: list[Any], shown: list[Any]) -> dict[str, str]:
    """Return the texts per theme; the theme is a fact of the Dutch row, the text is that of its translation."""
    texts = {row: way for row, _theme, way in shown}
    return {str(theme): texts.get(row) or way for row, theme, way in original}


def listed_from_rows(page: "OutcomePage") -> ListedOutcome:
    """Return an outcome from the rows its page holds now, saved or not: for the editor's preview."""
    facts = page.facts

    def named(relation: str, target: str) -> list[Any]:
        targets = [getattr(row, target) for row in getattr(facts, relation).all()]
        return localized([item for item in targets if item is not None], page.locale)

    return ListedOutcome(
        page=page,
        facts=facts,
        themes=named("themes", "theme"),
        groups=named("groups", "group"),
        labs=named("labs", "lab"),
        ways={str(row.theme.translation_key): text.verwerking for row, text in page.theme_pairs() if row.theme},
    )


def by_institute(
    outcomes: Iterable[ListedOutcome], holds: Callable[[ListedOutcome], bool] = bool
) -> list[InstituteOutcomes]:
    """Return the outcomes for which a condition holds, under the institute that decides; institutes by name."""
    found: dict[Partner, list[ListedOutcome]] = {}
    for outcome in outcomes:
        if holds(outcome):
            found.setdefault(outcome.partner, []).append(outcome)
    return [InstituteOutcomes(partner, found[partner]) for partner in sorted(found, key=lambda item: item.name)]
