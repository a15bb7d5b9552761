"""Snippets of the core team in the locations app."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from locations.models import OnboardingPhase, Trajectory


class OnboardingPhaseViewSet(SnippetViewSet):
    """The template of phases and tasks."""

    model = OnboardingPhase
    icon = "tasks"
    list_display = ["title", "order", "locale"]


class TrajectoryViewSet(SnippetViewSet):
    """Trajectories of joining locations."""

    model = Trajectory
    icon = "date"
    list_display = ["name", "starts_on", "joins_on"]


class OnboardingGroup(SnippetViewSetGroup):
    """Joining in one menu."""

    items = (OnboardingPhaseViewSet, TrajectoryViewSet)
    menu_label = _("Joining")
    menu_icon = "tasks"
    menu_order = 330


register_snippet(OnboardingGroup)
