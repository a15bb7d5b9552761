"""Page types of the news app."""

from news.models.event import EventLocation, EventPage
from news.models.insight import InsightPage, InsightRelated, InsightTheme
from news.models.news import NewsPage
from news.models.plan import PlanLocation, PlanPage, PlanPartner, PlanTheme
from news.models.story import StoryInsight, StoryLab, StoryLocation, StoryPage, StoryTheme
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
