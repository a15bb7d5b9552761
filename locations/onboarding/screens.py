"""The screens of a trajectory in the admin: what a joining team sees of its own, and the core team of each."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.log_actions import registry

from locations.onboarding.differences import differences
from locations.onboarding.doing import hold_gate, left_behind, pass_gate, renew, write_down
from locations.onboarding.forms import EvidenceForm
from locations.onboarding.lines import COLUMNS, lines_of
from locations.onboarding.models import OwnerRole
from locations.onboarding.plan import problems_of, read_template
from locations.onboarding.progress import Progress, TaskStatus, TaskStep
from locations.onboarding.registry import counted
from locations.onboarding.timeline import Timeline, draw
from locations.onboarding.trajectory import TaskProgress, Trajectory
from portal.core.exports import SpreadsheetMixin
from portal.partners.access.policy import access_of

LINES = 10
"""How much of what others did is shown."""


def timeline_of(trajectory: Trajectory, progress: Progress) -> Timeline | None:
    """Return the drawing of a school's trajectory as it is today."""
    return draw(progress.phases, trajectory.starts_on, trajectory.joins_on, timezone.localdate())


def trajectories(request: HttpRequest) -> HttpResponse:
    """Lead a team to its trajectory, and the core team to the list of all."""
    access = access_of(request.user)
    if access.is_core:
        return redirect("wagtailsnippets_locations_trajectory:list")
    own = Trajectory.objects.seen_by(access).first()
    if own is None:
        raise Http404
    return redirect("joining:detail", own.pk)


class TrajectoryScreen(WagtailAdminTemplateMixin):
    """What the screens of one trajectory have in common; the rule of the view has let this person in."""

    header_icon = "tasks"
    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def trajectory(self) -> Trajectory:
        """Return the trajectory in the address."""
        return get_object_or_404(Trajectory.objects.of_schools(), pk=self.kwargs["pk"])

    @cached_property
    def language(self) -> str:
        """Return the language of who looks."""
        return get_language() or ""

    @cached_property
    def progress(self) -> Progress:
        """Return how far the school is now."""
        return self.trajectory.walked(self.language)

    def get_page_title(self) -> str:
        """Name the school."""
        return _("Joining: %(name)s") % {"name": self.trajectory.name}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the whole trajectory, and the core team to the list."""
        items = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
        if access_of(self.request.user).is_core:
            items.append({"url": reverse("joining:index"), "label": _("Joining")})
        here = {"url": reverse("joining:detail", args=[self.trajectory.pk]), "label": self.trajectory.name}
        return [*items, here, *({"url": "", "label": label} for label in self.below())]

    def below(self) -> list[str]:
        """Return what the screen is called below the trajectory; nothing for the trajectory itself."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what every screen shows."""
        return {
            **super().get_context_data(**kwargs),
            "trajectory": self.trajectory,
            "is_core": access_of(self.request.user).is_core,
        }


class TrajectoryDetail(SpreadsheetMixin, TrajectoryScreen, TemplateView):
    """Phases, tasks and gates with their status, what is next, what is late, and what others did; also to take home."""

    template_name = "locations/editors/trajectory.html"
    list_export = list(COLUMNS)
    export_headings = COLUMNS

    def get_filename(self) -> str:
        """Name the file after the school."""
        return f"aansluiten-{slugify(self.trajectory.name)}"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the screen, or give the tasks as a spreadsheet."""
        if self.is_export:
            lines = lines_of(self.trajectory, self.progress)
            response: HttpResponse = self.as_spreadsheet(lines, request.GET["export"])
            return response
        return super().get(request, *args, **kwargs)

    @cached_property
    def header_buttons(self) -> list[Button]:
        """Return the ways to who does what and to the print."""
        who, paper = (reverse(f"joining:{name}", args=[self.trajectory.pk]) for name in ("duties", "print"))
        return [
            HeaderButton(_("Who looks after what"), who, icon_name="group"),
            HeaderButton(_("Print"), paper, icon_name="doc-full"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather the phases, what was written down, and the log."""
        lines = groupby(lines_of(self.trajectory, self.progress), lambda line: line.phase)
        log = registry.get_logs_for_instance(self.trajectory).select_related("user")
        return {
            **super().get_context_data(**kwargs),
            "progress": self.progress,
            "overdue": self.progress.overdue(timezone.localdate()),
            "phases": [(phase, list(found)) for phase, found in lines],
            "timeline": timeline_of(self.trajectory, self.progress),
            "left_behind": left_behind(self.trajectory, self.language),
            "is_changed": bool(differences(self.trajectory.plan, read_template(), self.language)),
            "log": log[:LINES],
        }


class TrajectoryPrint(TrajectoryScreen, TemplateView):
    """The whole trajectory on paper, without the frame of the admin."""

    template_name = "locations/editors/trajectory_print.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather the phases with their lines, and the drawing."""
        lines = groupby(lines_of(self.trajectory, self.progress), lambda line: line.phase)
        return {
            **super().get_context_data(**kwargs),
            "progress": self.progress,
            "phases": [(phase, list(found)) for phase, found in lines],
            "timeline": timeline_of(self.trajectory, self.progress),
            "left_behind": left_behind(self.trajectory, self.language),
            "printed_on": timezone.localdate(),
        }


class TaskScreen(TrajectoryScreen, FormView):
    """One task: why, until when, and a form for what came of it."""

    form_class = EvidenceForm
    template_name = "locations/editors/trajectory_task.html"

    @cached_property
    def step(self) -> TaskStep:
        """Return the task in the address; 404 for one that the school's version does not have."""
        found = [step for step in self.progress.steps if step.task.slug == self.kwargs["task"]]
        if not found:
            raise Http404
        return found[0]

    @property
    def may_write(self) -> bool:
        """Whether something can be written down: not of what the portal sees itself, nor behind a closed gate."""
        return not self.step.task.check_name and self.step.status != TaskStatus.LOCKED

    def below(self) -> list[str]:
        """Name the task."""
        return [self.step.task.title]

    def get_page_title(self) -> str:
        """Name the task."""
        return str(self.step.task.title)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form what was written down before."""
        known = self.trajectory.progress.filter(task=self.step.task.slug).select_related("document").first()
        row = known or TaskProgress(task=self.step.task.slug)
        row.trajectory = self.trajectory
        self.was_done = bool(row.done_on)
        return {**super().get_form_kwargs(), "instance": row, "for_user": self.request.user}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep what was written down, when it can be."""
        if not self.may_write:
            messages.warning(request, _("Nothing can be written down here now."))
            return redirect(request.path)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: EvidenceForm) -> HttpResponse:
        """Keep it and go back to the whole."""
        write_down(form.save(commit=False), self.step.task, self.was_done, self.request.user)
        messages.success(self.request, _("“%(task)s” is saved.") % {"task": self.step.task.title})
        return redirect("joining:detail", self.trajectory.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the task, and how much of its fact there is."""
        task, partner = self.step.task, self.trajectory.partner
        found = counted([task.check_name], partner) if task.check_name and partner else {}
        return {
            **super().get_context_data(**kwargs),
            "step": self.step,
            "owner": OwnerRole(task.owner).label,
            "is_late": self.step.is_overdue(timezone.localdate()),
            "may_write": self.may_write,
            "is_known": bool(found),
            "found": found.get(task.check_name, 0),
            "space": partner.spaces.first() if partner else None,
        }


class TemplateScreen(TrajectoryScreen, TemplateView):
    """What a newer version of the template would change for a school; the core team gives it the newer one."""

    template_name = "locations/editors/trajectory_template.html"

    def below(self) -> list[str]:
        """Name the screen."""
        return [_("What changed in the template")]

    def get_page_title(self) -> str:
        """Name the screen."""
        return _("What changed in the template")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather the differences."""
        template = read_template()
        return {
            **super().get_context_data(**kwargs),
            "differences": differences(self.trajectory.plan, template, self.language),
            "problems": problems_of(template),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take the newer version over, when a school can follow it."""
        if problems := problems_of(read_template()):
            messages.error(request, " ".join(problems))
            return redirect(request.path)
        renew(self.trajectory, request.user)
        messages.success(request, _("%(name)s follows the newest template now.") % {"name": self.trajectory.name})
        return redirect("joining:detail", self.trajectory.pk)


class GateScreen(TrajectoryScreen, TemplateView):
    """Lets a school through a gate, or closes it again; only sent, never looked at."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Pass or hold the gate of a phase, and say what came of it."""
        act, words = (hold_gate, _("The gate of “%(phase)s” is closed again."))
        if request.POST.get("action") == "pass":
            act, words = (pass_gate, _("The gate of “%(phase)s” is passed: the next phase is open."))
        step = act(self.trajectory, self.kwargs["phase"], self.language, request.user)
        if step is None:
            messages.warning(request, _("This cannot be done now. Look at what is left to do before this gate."))
        else:
            messages.success(request, words % {"phase": step.phase.title})
        return redirect("joining:detail", self.trajectory.pk)
