"""Page types of the news app."""

from news.models.event import EventPage
from news.models.insight import InsightPage
from news.models.news import NewsPage
from news.models.plan import PlanPage
from news.models.rows import (
    EventLocation,
    InsightRelated,
    InsightTheme,
    PlanLocation,
    PlanPartner,
    PlanTheme,
    StoryInsight,
    StoryLab,
    StoryLocation,
    StoryTheme,
)
from news.models.story import StoryPage
from news.models.story_index import StoryIndexPage

__all__ = [
    "EventLocation",
    "EventPage",
    "InsightPage",
    "InsightRelated",
    "InsightTheme",
    "NewsPage",
    "PlanLocation",
    "PlanPage",
    "PlanPartner",
    "PlanTheme",
    "StoryIndexPage",
    "StoryInsight",
    "StoryLab",
    "StoryLocation",
    "StoryPage",
    "StoryTheme",
]
