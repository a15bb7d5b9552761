"""All public learning outcomes in one language, loaded with one query: text translated, facts from the Dutch page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from curriculum import lookups
from curriculum.mapping.rows import OutcomeGroup, OutcomeLab, OutcomeTheme, outcome_pages
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
    """Load the outcomes of every institute, in the order of their codes."""
    languages = [settings.LANGUAGE_CODE, language]

    def beside(names: lookups.Lookup, rows: type[Any], path: str) -> ArraySubquery:
        return names.beside(rows.objects.filter(page=lookups.parent()), path)

    way = JSONObject(row="translation_key", theme="theme__translation_key", text="verwerking")
    pages = (
        outcome_pages()
        .live()
        .public()
        .filter(locale__language_code__in=languages, alias_of=None)
        .annotate(
            found_themes=beside(lookups.pages(), OutcomeTheme, "theme"),
            found_groups=beside(lookups.groups(), OutcomeGroup, "group"),
            found_labs=beside(lookups.pages(), OutcomeLab, "lab"),
            found_ways=ArraySubquery(OutcomeTheme.objects.filter(page=OuterRef("pk")).values(json=way)),
        )
    )
    found = list(pages.select_related("locale", "partner").order_by("code", "path"))
    texts = {page.translation_key: page for page in found if page.locale.language_code == language}
    originals = [page for page in found if page.owns_facts]
    return [_listed(page, texts.get(page.translation_key, page), language) for page in originals]


def _listed(original: "OutcomePage", shown: "OutcomePage", language: str) -> ListedOutcome:
    shown.facts = original
    return ListedOutcome(
        page=shown,
        facts=original,
        themes=lookups.pages().read(original.found_themes, language),
        groups=lookups.groups().read(original.found_groups, language),
        labs=lookups.pages().read(original.found_labs, language),
        ways=_ways(original.found_ways, shown.found_ways),
    )


def _ways(original: list[dict[str, Any]], shown: list[dict[str, Any]]) -> dict[Any, str]:
    """Return the texts per theme; the theme is a fact of the Dutch row, the text is that of its translation."""
    texts = {row["row"]: row["text"] for row in shown}
    return {row["theme"]: texts.get(row["row"]) or row["text"] for row in original}


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
