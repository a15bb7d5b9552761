"""Snippets of the core team in the locations app, and the screens of a school that joins."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from locations.models import OnboardingPhase, Trajectory
from locations.onboarding.duties import weekly_mail_panel
from locations.onboarding.hooks import deeds_in_the_log, joining_panel, joining_screens, way_to_the_screen


class OnboardingPhaseViewSet(SnippetViewSet):
    """The template of phases and tasks."""

    model = OnboardingPhase
    icon = "tasks"
    list_display = ["title", "order", "locale"]


class TrajectoryViewSet(SnippetViewSet):
    """Trajectories of joining locations."""

    model = Trajectory
    icon = "date"
    list_display = ["name", "starts_on", "joins_on", "plan_from"]


class OnboardingGroup(SnippetViewSetGroup):
    """Joining in one menu."""

    items = (OnboardingPhaseViewSet, TrajectoryViewSet)
    menu_label = _("Joining")
    menu_icon = "tasks"
    menu_order = 330


register_snippet(OnboardingGroup)
hooks.register("register_admin_viewset", joining_screens)
hooks.register("register_account_settings_panel", weekly_mail_panel)
hooks.register("register_log_actions", deeds_in_the_log)
hooks.register("register_snippet_listing_buttons", way_to_the_screen)


@hooks.register("construct_homepage_panels")
def joining_on_the_first_screen(request: HttpRequest, panels: list[Component]) -> None:
    """Tell a joining team on the first screen what is next."""
    panels.append(joining_panel())
