"""What may stand under what: one table over all pairs of page types."""

import pytest

from portal.core.page_types import page_types

CORE = {
    *("StandardPage", "GuidePage", "GlossaryPage", "PartnerIndexPage", "OpenQuestionsPage"),
    *("InsightPage", "PlanPage", "EventPage"),
}
CHILDREN: dict[str, set[str]] = {
    "HomePage": {
        "LocationIndexPage",
        "LabIndexPage",
        "CurriculumIndexPage",
        "StoryIndexPage",
        "OnboardingIndexPage",
        "StandardPage",
    },
    "StandardPage": CORE | {"RhythmElementPage"},
    "LocationIndexPage": {"LocationPage"},
    "LocationPage": {"LabPage", "StoryPage", "NewsPage", "EventPage", "GuidePage", "StandardPage"},
    "PartnerIndexPage": {"PartnerPage"},
    "OpenQuestionsPage": set(),
    "PartnerPage": {"OutcomePage", "LabPage", "StoryPage", "NewsPage", "EventPage", "GuidePage", "StandardPage"},
    "OnboardingIndexPage": {"GuidePage", "StandardPage"},
    "CurriculumIndexPage": {"ThemeIndexPage"},
    "ThemeIndexPage": {"ThemePage"},
    "LabIndexPage": set(),
    "StoryIndexPage": set(),
    "LabPage": set(),
    "ThemePage": set(),
    "OutcomePage": set(),
    "RhythmElementPage": set(),
    "StoryPage": set(),
    "InsightPage": set(),
    "PlanPage": set(),
    "EventPage": set(),
    "NewsPage": set(),
    "GuidePage": set(),
    "GlossaryPage": set(),
}
TYPES = {model.__name__: model for model in page_types()}


def test_the_table_names_every_page_type() -> None:
    assert set(CHILDREN) == set(TYPES)


@pytest.mark.parametrize("parent", sorted(CHILDREN))
@pytest.mark.parametrize("child", sorted(CHILDREN))
def test_a_page_stands_only_where_the_table_allows_it(parent: str, child: str) -> None:
    allowed = TYPES[child] in TYPES[parent].allowed_subpage_models()

    assert allowed == (child in CHILDREN[parent])
