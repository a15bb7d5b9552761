"""Snippets of the core team in the curriculum app."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

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
