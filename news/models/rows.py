"""What stories, insights, plans and events are about: rows that each point at one thing."""

from django.utils.translation import gettext_lazy as _

from portal.core.models.related import related_row

StoryLocation = related_row(
    __name__,
    "StoryLocation",
    _("location of a story"),
    on="news.StoryPage.places",
    back="story_rows",
    location=("locations.LocationPage", _("location")),
)
"""A location where a story takes place."""

StoryLab = related_row(
    __name__,
    "StoryLab",
    _("lab of a story"),
    on="news.StoryPage.labs",
    back="story_rows",
    lab=("curriculum.LabPage", _("lab")),
)
"""A lab a story tells about."""

StoryTheme = related_row(
    __name__,
    "StoryTheme",
    _("theme of a story"),
    on="news.StoryPage.themes",
    back="story_rows",
    theme=("curriculum.ThemePage", _("theme")),
)
"""A theme a story touches."""

StoryInsight = related_row(
    __name__,
    "StoryInsight",
    _("insight of a story"),
    on="news.StoryPage.insights",
    back="story_rows",
    insight=("news.InsightPage", _("insight")),
)
"""An insight a story shows; stored here and nowhere else."""

PlanPartner = related_row(
    __name__,
    "PlanPartner",
    _("partner of a plan"),
    on="news.PlanPage.partner_rows",
    back="plan_rows",
    partner=("portal.Partner", _("partner")),
)
"""A partner a plan is about."""

PlanLocation = related_row(
    __name__,
    "PlanLocation",
    _("location of a plan"),
    on="news.PlanPage.places",
    back="plan_rows",
    location=("locations.LocationPage", _("location")),
)
"""A location a plan is about."""

PlanTheme = related_row(
    __name__,
    "PlanTheme",
    _("theme of a plan"),
    on="news.PlanPage.themes",
    back="plan_rows",
    theme=("curriculum.ThemePage", _("theme")),
)
"""A theme a plan is about."""

InsightTheme = related_row(
    __name__,
    "InsightTheme",
    _("theme of an insight"),
    on="news.InsightPage.themes",
    back="insight_rows",
    theme=("curriculum.ThemePage", _("theme")),
)
"""A theme an insight is about."""

InsightRelated = related_row(
    __name__,
    "InsightRelated",
    _("related insight"),
    on="news.InsightPage.related",
    back="+",
    insight=("news.InsightPage", _("insight")),
)
"""Another insight that belongs to this one."""

EventLocation = related_row(
    __name__,
    "EventLocation",
    _("location of an event"),
    on="news.EventPage.places",
    back="event_rows",
    location=("locations.LocationPage", _("location")),
)
"""A location where an event takes place."""
