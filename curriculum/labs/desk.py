"""What labs add to an editor's first screen."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.components import Component

from curriculum.labs.models import LabPage
from curriculum.labs.rows import LabSession
from portal.editorial.dashboard import DashboardPanel, Line, editing
from portal.editorial.first_steps import spaces
from portal.partners.access.policy import UserAccess, access_of

SOON = timedelta(weeks=3)
"""One round of the rhythm."""


def starting_soon(access: UserAccess) -> list[Line]:
    """Return the sessions of labs of one's own space in the coming three weeks, the next one first."""
    now = timezone.now()
    sessions = LabSession.objects.public().planned_between(now, now + SOON).filter(page__partner__in=access.partners)
    return [
        Line(session.page.title, editing(session.page), _when_and_where(session), session.starts)
        for session in sessions.select_related("page", "location").order_by("starts", "pk")
    ]


def _when_and_where(session: LabSession) -> str:
    nowhere = _("No place filled in yet.")
    starts, ends = timezone.localtime(session.starts), timezone.localtime(session.ends)
    place = ", ".join(filter(None, [session.room, session.location.title if session.location else ""]))
    return f"{starts:%H:%M}-{ends:%H:%M}. {place or nowhere}"


def soon_panel() -> DashboardPanel:
    """Return the panel of labs that start soon."""
    lead = gettext_lazy("Check the room and the number of places. If one is off, say so on its row.")
    return DashboardPanel("labs-soon", gettext_lazy("Your labs in the coming three weeks"), lead, starting_soon, 40)


class NewLab(Component):
    """A button to the form of a new lab, for each space in which somebody may make one."""

    name = "new-lab"
    template_name = "curriculum/editors/new_lab.html"
    order = 1

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the forms that this person may open."""
        return {"buttons": new_labs(access_of(parent_context["request"].user))}


def new_labs(access: UserAccess) -> list[dict[str, str]]:
    """Return the name and address of the form of a new lab in each of somebody's spaces."""
    may = [space for space in spaces(access) if space.permissions_for_user(access.user).can_add_subpage()]
    fit = [space for space in may if LabPage in space.specific_class.allowed_subpage_models()]
    several = len(fit) > 1
    return [
        {
            "label": _("New lab at %(space)s") % {"space": space.title} if several else _("New lab"),
            "url": reverse("wagtailadmin_pages:add", args=["curriculum", "labpage", space.pk]),
        }
        for space in fit
    ]
