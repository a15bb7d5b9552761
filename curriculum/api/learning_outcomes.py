"""Learning outcomes of the read API: what each institute asks, and which themes and labs count.

Version 5 of the Open Education API has learning outcomes as texts of a course only; here they are things of their own
too, in its words.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from curriculum.mapping.outcomes import ListedOutcome
from curriculum.request_context import outcomes_in
from portal.core.api.lists import PROBLEMS, Asked, Page, one_of, page_of, router_of
from portal.core.api.schemas import ApiModel, Described, IdentifierEntry, LanguageTypedString, described, typed
from portal.core.locales import active_locale
from portal.core.seo.head import site_url
from portal.partners.organizations import organization_keys

router = router_of("learning outcomes")


class LearningOutcomeExt(ApiModel):
    """What only this portal tells of a learning outcome."""

    groups: list[str]
    is_example: bool


class LearningOutcome(Described):
    """What somebody can do at the end, as one institute asks it."""

    learning_outcome_id: UUID
    assessment: list[LanguageTypedString] | None = None
    """How one shows it."""
    organization: UUID | None = None
    courses: list[UUID]
    components: list[UUID]
    ext: LearningOutcomeExt


class AskedOutcomes(Asked):
    """Questions to the list of learning outcomes."""

    course: UUID | None = None
    component: UUID | None = None
    organization: UUID | None = None

    def holds(self, outcome: ListedOutcome) -> bool:
        """Whether an outcome is what is asked for."""
        return (
            (self.course is None or self.course in _keys(outcome.themes))
            and (self.component is None or self.component in _keys(outcome.labs))
            and (self.organization is None or self.organization == _institute(outcome))
            and self.finds(outcome.page.title, outcome.code)
        )


@router.get("", response={200: Page[LearningOutcome], **PROBLEMS}, url_name="learning_outcomes")
def learning_outcomes(request: HttpRequest, asked: Query[AskedOutcomes]) -> dict[str, Any]:
    """List what institutes ask, by their own codes."""
    found = [outcome for outcome in outcomes_in(active_locale().language_code) if asked.holds(outcome)]
    return page_of(request, asked, found, lambda outcome: _outcome(outcome, site_url(request)))


@router.get("/{uuid:key}", response={200: LearningOutcome, **PROBLEMS}, url_name="learning_outcome")
def learning_outcome(request: HttpRequest, key: UUID) -> LearningOutcome:
    """Tell of one learning outcome."""
    outcomes = outcomes_in(active_locale().language_code)
    return _outcome(one_of(request, outcomes, key, lambda one: one.facts.translation_key), site_url(request))


def _keys(pages: list[Any]) -> list[UUID]:
    return [page.translation_key for page in pages]


def _institute(outcome: ListedOutcome) -> UUID | None:
    return organization_keys().get(outcome.partner.pk)


def _outcome(outcome: ListedOutcome, root: str) -> LearningOutcome:
    page = outcome.page
    told = {
        **described(page, root, ""),
        "primary_code": IdentifierEntry(code_type="identifier", code=outcome.code),
    }
    return LearningOutcome(
        **told,
        learning_outcome_id=outcome.facts.translation_key,
        assessment=typed(page, page.verwerking) if page.verwerking else None,
        organization=_institute(outcome),
        courses=_keys(outcome.themes),
        components=_keys(outcome.labs),
        ext=LearningOutcomeExt(
            groups=[group.slug for group in outcome.groups],
            is_example=outcome.facts.is_example,
        ),
    )
