"""Snippets of the core team in the curriculum app, and what labs add to the first screen."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from curriculum.labs.desk import NewLab, soon_panel
from curriculum.models import ProgrammeVariant, SchoolYear, TrainingGroup


class SchoolYearViewSet(SnippetViewSet):
    """School years with holidays and cycle starts."""

    model = SchoolYear
    icon = "calendar"
    list_display = ["slug", "starts", "ends"]


class TrainingGroupViewSet(SnippetViewSet):
    """Training groups."""

    model = TrainingGroup
    icon = "group"
    list_display = ["name", "order", "locale"]


class ProgrammeVariantViewSet(SnippetViewSet):
    """Programme variants."""

    model = ProgrammeVariant
    icon = "list-ul"
    list_display = ["name", "level", "funded", "locale"]


class CurriculumGroup(SnippetViewSetGroup):
    """Year, groups and variants in one menu."""

    items = (SchoolYearViewSet, TrainingGroupViewSet, ProgrammeVariantViewSet)
    menu_label = _("Year and groups")
    menu_icon = "calendar"
    menu_order = 320


register_snippet(CurriculumGroup)


@hooks.register("construct_homepage_panels")
def labs_on_the_first_screen(request: HttpRequest, panels: list[Any]) -> None:
    """Add the labs that start soon and the button for a new one."""
    panels += [NewLab(), soon_panel()]
