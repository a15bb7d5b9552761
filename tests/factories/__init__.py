"""Builders of test content: each makes a valid minimum through Wagtail's own calls and returns it live."""

from tests.factories.content import (
    make_event,
    make_group,
    make_guide,
    make_insight,
    make_lab,
    make_news,
    make_outcome,
    make_plan,
    make_school_year,
    make_session,
    make_standard,
    make_story,
    make_theme,
    make_variant,
)
from tests.factories.house import House, build_house, in_english, publish_below
from tests.factories.spaces import make_editor, make_location, make_partner, make_partner_page

__all__ = [
    "House",
    "build_house",
    "in_english",
    "make_editor",
    "make_event",
    "make_group",
    "make_guide",
    "make_insight",
    "make_lab",
    "make_location",
    "make_news",
    "make_outcome",
    "make_partner",
    "make_partner_page",
    "make_plan",
    "make_school_year",
    "make_session",
    "make_standard",
    "make_story",
    "make_theme",
    "make_variant",
    "publish_below",
]
