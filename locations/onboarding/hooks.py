"""Puts the trajectories in the admin: their screens, who may open them, the menu, the first screen and the log."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry

from locations.onboarding import doing, screens
from locations.onboarding.duties import DutiesScreen
from locations.onboarding.trajectory import Trajectory
from portal.core.models.users import AnyUser
from portal.editorial.dashboard import DashboardPanel, Line
from portal.partners.access.policy import UserAccess, access_of
from portal.partners.access.view_rules import add_view_rules


def own_trajectory(request: HttpRequest, access: UserAccess, pk: int, **kwargs: Any) -> bool:
    """Open for the team of the school and the core team; everybody else gets a plain 403, whether it is there or not.

    What the core team decides is only sent by the core team. Raises ObjectDoesNotExist, which is a 404, for them only.
    """
    may = access.is_core or Trajectory.objects.seen_by(access).filter(pk=pk).exists()
    if not may:
        raise PermissionDenied
    return bool(Trajectory.objects.of_schools().get(pk=pk))


def decided_by_the_core_team(request: HttpRequest, access: UserAccess, pk: int, **kwargs: Any) -> bool:
    """Open as `own_trajectory`, to look; what is sent is the core team's."""
    if request.method not in ("GET", "HEAD") and not access.is_core:
        raise PermissionDenied
    return own_trajectory(request, access, pk)


def who_has_one(request: HttpRequest, access: UserAccess) -> bool:
    """Open for the core team and for who has a trajectory; a 403 for everybody else."""
    if not (access.is_core or Trajectory.objects.seen_by(access).exists()):
        raise PermissionDenied
    return True


add_view_rules(
    {
        "joining:index": who_has_one,
        "joining:detail": own_trajectory,
        "joining:duties": own_trajectory,
        "joining:print": own_trajectory,
        "joining:task": own_trajectory,
        "joining:gate": decided_by_the_core_team,
        "joining:template": decided_by_the_core_team,
    }
)


class JoiningItem(MenuItem):
    """The menu item, for who has a trajectory; the core team has its own group of menu items."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to a joining team."""
        access = access_of(request.user)
        return not access.is_core and Trajectory.objects.seen_by(access).exists()


class JoiningViewSet(ViewSet):
    """The screens of trajectories."""

    name = "joining"
    url_prefix = "aansluiten"
    icon = "tasks"
    menu_label = gettext_lazy("Joining")
    menu_item_class = JoiningItem
    menu_order = 90
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return the addresses of the screens."""
        return [
            path("", screens.trajectories, name="index"),
            path("<int:pk>/", screens.TrajectoryDetail.as_view(), name="detail"),
            path("<int:pk>/wie/", DutiesScreen.as_view(), name="duties"),
            path("<int:pk>/print/", screens.TrajectoryPrint.as_view(), name="print"),
            path("<int:pk>/taak/<slug:task>/", screens.TaskScreen.as_view(), name="task"),
            path("<int:pk>/poort/<slug:phase>/", screens.GateScreen.as_view(), name="gate"),
            path("<int:pk>/sjabloon/", screens.TemplateScreen.as_view(), name="template"),
        ]


def joining_screens() -> ViewSet:
    """Return the screens, for the hook of Wagtail."""
    return JoiningViewSet()


def way_to_the_screen(snippet: Model, user: AnyUser, next_url: str | None = None) -> Iterator[Button]:
    """Offer the screen of a school in the core team's list of trajectories."""
    if isinstance(snippet, Trajectory) and not snippet.is_example:
        yield Button(_("Tasks and gates"), reverse("joining:detail", args=[snippet.pk]), icon_name="tasks", priority=10)


def to_do(access: UserAccess) -> list[Line]:
    """Return where each trajectory of somebody stands: what is late, and else what is next."""
    if access.is_core:
        return []
    return [_line(trajectory) for trajectory in Trajectory.objects.seen_by(access)]


def _line(trajectory: Trajectory) -> Line:
    progress = trajectory.walked(get_language() or "")
    late = progress.overdue(timezone.localdate())
    note = ngettext("%(left)d task to do.", "%(left)d tasks to do.", progress.left) % {"left": progress.left}
    if late:
        note += " " + ngettext("%(late)d is late.", "%(late)d are late.", len(late)) % {"late": len(late)}
    step = next(iter(late), progress.next_task)
    if step:
        note += " " + _("Next: %(task)s.") % {"task": step.task.title}
    url = reverse("joining:detail", args=[trajectory.pk])
    return Line(trajectory.name, url, note, step.due_on if step else None, _("Go on"))


def joining_panel() -> DashboardPanel:
    """Return the panel of the first screen."""
    lead = gettext_lazy("The year before your school joins: what is done and what comes next.")
    return DashboardPanel("joining", gettext_lazy("Your trajectory of joining"), lead, to_do, 15)


WORDS = {
    doing.WRITTEN: (gettext_lazy("Wrote down"), gettext_lazy("wrote something down at “%(what)s”")),
    doing.DONE: (gettext_lazy("Task done"), gettext_lazy("finished “%(what)s”")),
    doing.PASSED: (gettext_lazy("Gate passed"), gettext_lazy("passed the gate of “%(what)s”")),
    doing.HELD: (gettext_lazy("Gate closed"), gettext_lazy("closed the gate of “%(what)s” again")),
    doing.RENEWED: (gettext_lazy("Newer template"), gettext_lazy("gave it the newest template")),
}
"""What the log says of each deed: as a kind, and of one time."""


def deeds_in_the_log(actions: LogActionRegistry) -> None:
    """Let the log tell what was done in a trajectory."""
    for action, (kind, words) in WORDS.items():

        class Deed(LogFormatter):
            """Says what somebody did, with the name of the task or phase."""

            label = kind
            sentence = words

            def format_message(self, log_entry: BaseLogEntry) -> str:
                """Return the deed in words."""
                return str(self.sentence) % {"what": log_entry.data.get("what", "")}

        actions.register_action(action)(Deed)
