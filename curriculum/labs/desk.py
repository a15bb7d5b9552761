"""What labs add to an editor's first screen."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.components import Component

from curriculum.labs.full import FULL, ROOM, mark_full
from curriculum.labs.full_views import PANEL, may_say_full
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
    found = list(sessions.select_related("page", "location").order_by("starts", "pk"))
    mark_full(found)
    may: dict[int | None, bool] = {}
    for session in found:
        if session.page.partner_id not in may:
            may[session.page.partner_id] = may_say_full(session.page, access.user)
    return [_line(session, may[session.page.partner_id]) for session in found]


def _line(session: LabSession, may_say: bool) -> Line:
    """Return a session with the one click that says it is full, for who may say so."""
    words, answer = (_("There is room again"), ROOM) if session.is_full else (_("It is full"), FULL)
    note, full = _when_and_where(session), _("Full.")
    return Line(
        session.page.title,
        editing(session.page),
        f"{full} {note}" if session.is_full else note,
        session.starts,
        button=words if may_say else "",
        send=reverse("lab_session_full", args=[session.page_id, session.uid]) if may_say else "",
        value=answer,
    )


def _when_and_where(session: LabSession) -> str:
    nowhere = _("No place filled in yet.")
    starts, ends = timezone.localtime(session.starts), timezone.localtime(session.ends)
    place = ", ".join(filter(None, [session.room, session.location.title if session.location else ""]))
    return f"{starts:%H:%M}-{ends:%H:%M}. {place or nowhere}"


def soon_panel() -> DashboardPanel:
    """Return the panel of labs that start soon."""
    lead = gettext_lazy("Check the room. Is one full? One click tells everybody. If one is off, say so on its row.")
    return DashboardPanel(PANEL, gettext_lazy("Your labs in the coming three weeks"), lead, starting_soon, 40)


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
