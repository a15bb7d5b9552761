"""The one click with which an editor says that a session is full, or that there is room again."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from curriculum.labs.full import FULL, say_full
from curriculum.labs.models import LabPage
from curriculum.labs.rows import LabSession
from portal.core.models.users import AnyUser

PANEL = "labs-soon"
"""The panel of the first screen where the click is made."""


def may_say_full(lab: LabPage, user: AnyUser) -> bool:
    """Whether somebody may edit this lab and publish it, as visitors read at once what is said.

    Not of an alias: its rows repeat those of a lab that may be in the space of somebody else.
    """
    may = lab.permissions_for_user(user)
    return bool(lab.owns_facts and may.can_edit() and may.can_publish())


@require_POST
def session_is_full(request: HttpRequest, page_id: int, uid: UUID) -> HttpResponse:
    """Keep what was said, for who may edit the lab and publish it: visitors read it at once."""
    lab = get_object_or_404(LabPage, pk=page_id)
    if not may_say_full(lab, request.user):
        raise PermissionDenied
    get_object_or_404(LabSession, page=lab, uid=uid)
    is_full = request.POST.get("answer") == FULL
    say_full(uid, is_full)
    said = _("“%(lab)s” is now full.") if is_full else _("There is room again in “%(lab)s”.")
    messages.success(request, said % {"lab": lab.title})
    return redirect(f"{reverse('wagtailadmin_home')}#{PANEL}-section")
