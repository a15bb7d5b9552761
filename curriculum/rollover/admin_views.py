"""The screen "New school year": a table of what would be copied first; copying and undoing are sent on purpose."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from curriculum.labs.models import LabPage
from curriculum.rhythm.admin_views import next_year
from curriculum.rhythm.models import SchoolYear
from curriculum.rollover.carrying import carry_over, undo, untouched
from curriculum.rollover.reading import LabReason, Rollover, read_rollover
from curriculum.rollover.words import of_lab, of_session
from portal.core.locks import Lock, taken_to_the_end
from portal.core.models.pages import PortalPage
from portal.editorial.first_steps import spaces
from portal.partners.access.policy import access_of

AT_ONCE = 25
"""Labs that one click copies, or takes away again, so that the answer comes soon; the next click goes on."""

ON_A_PAGE = 50
"""Labs in the table at a time."""

REFUSED = "labs_not_copied"
"""Where the session keeps the labs that were not valid, until the table has said so."""

Partners = frozenset[int] | None
"""Whose labs; None for everybody's."""


@require_http_methods(["GET", "HEAD", "POST"])
def new_school_year(request: HttpRequest, page_id: int | None = None) -> HttpResponse:
    """Show what a new school year would copy of one's spaces, or of one space; do it when that is sent."""
    partners = _whose(request, page_id)
    years = list(SchoolYear.objects.prefetch_related("breaks", "cycle_starts__location"))
    pair = _chosen(years, request.GET.get("year", ""))
    action = request.POST.get("action", "")
    if request.method == "POST" and action in ACTIONS:
        if _is_as_shown(request, pair, action):
            ACTIONS[action](request, pair, partners)
        else:
            messages.warning(request, _("Meanwhile the school years have changed. Look again before you go on."))
        return redirect(request.get_full_path())
    rollover = read_rollover(*pair, partners) if pair else None
    return TemplateResponse(request, "curriculum/editors/new_school_year.html", _shown(request, rollover, partners))


def _whose(request: HttpRequest, page_id: int | None) -> Partners:
    """Return whose labs somebody may copy here; refuse who may make none."""
    access = access_of(request.user)
    if page_id is None:
        if access.is_core:
            return None
        found = [space for space in spaces(access) if space.permissions_for_user(request.user).can_add_subpage()]
    else:
        space = get_object_or_404(PortalPage, pk=page_id)
        is_one = space.is_space and space.owns_facts and space.permissions_for_user(request.user).can_add_subpage()
        found = [space] if is_one else []
    if not found:
        raise PermissionDenied
    return frozenset(space.partner_id for space in found if space.partner_id)


Pair = tuple[SchoolYear, SchoolYear]


def _chosen(years: list[SchoolYear], slug: str) -> Pair | None:
    """Return the two years in a row that are asked for; else the last of which the first has begun."""
    pairs, today = list(pairwise(years)), timezone.localdate()
    asked = [pair for pair in pairs if pair[1].slug == slug]
    begun = [pair for pair in pairs if pair[0].starts <= today]
    return next(iter([*asked, *reversed(begun), *pairs]), None)


def _shown(request: HttpRequest, rollover: Rollover | None, partners: Partners) -> dict[str, Any]:
    plans = rollover.labs if rollover else []
    todo = rollover.todo if rollover else []
    done = sum(plan.edition is not None for plan in plans)
    page = Paginator(plans, ON_A_PAGE).get_page(request.GET.get("p"))
    refused = request.session.pop(REFUSED, []) if request.method == "GET" else []
    for plan in todo:
        if plan.lab.pk in refused:
            plan.reason = LabReason.NOT_VALID
    return {
        "header_title": _("New school year"),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("New school year")},
        ],
        "header_icon": "calendar",
        "rollover": rollover,
        "several": partners is None or len(partners) > 1,
        "rows": [
            {
                "lab": plan.lab,
                "edition": plan.edition,
                "words": of_lab(plan),
                "copied": plan.copied,
                "skipped": [(row, of_session(row)) for row in plan.skipped],
            }
            for plan in page
        ],
        "items": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "stopped": sum(plan.reason is not None for plan in plans),
        "done": done,
        "all": done + sum(plan.edition is None for plan in todo),
        "todo": len(todo),
        "untouched": len(untouched(rollover.new.slug, partners, request.user)) if rollover else 0,
        "proposed": _proposed(request),
    }


def _proposed(request: HttpRequest) -> SchoolYear | None:
    """Return the next school year that nobody has made yet, for who may make it; None while it is not fixed."""
    year = next_year() if request.user.has_perm("curriculum.add_schoolyear") else None
    return year if year and year.slug else None


def _is_as_shown(request: HttpRequest, pair: Pair | None, action: str) -> bool:
    """Whether what is asked is about the years on the screen: two people may be at it, or one clicks twice."""
    if action == "accept":
        year = _proposed(request)
        return year is None or request.POST.get("proposed", year.slug) == year.slug
    return pair is None or request.POST.get("years", pair[1].slug) == pair[1].slug


def _copy(request: HttpRequest, pair: Pair | None, partners: Partners) -> None:
    if pair is None:
        return
    if not _is_alone(request):
        return
    rollover = read_rollover(*pair, partners)
    tried = list(carry_over(rollover, request.user, AT_ONCE))
    done = sum(plan.reason is None for plan in tried)
    left = len(rollover.todo) - done
    said = ngettext("%(done)d lab is copied.", "%(done)d labs are copied.", done) % {"done": done}
    if left:
        said += " " + ngettext("%(left)d is left: go on.", "%(left)d are left: go on.", left) % {"left": left}
    messages.success(request, said)
    if wrong := [plan.lab for plan in tried if plan.reason is LabReason.NOT_VALID]:
        request.session[REFUSED] = [lab.pk for lab in wrong]
        messages.warning(request, _("Not copied, because something is wrong in it: %(labs)s.") % _names(wrong))
    if changed := [plan.lab for plan in tried if plan.reason is LabReason.MEANWHILE]:
        said = _("Not copied, because somebody changed it at the same moment: %(labs)s. Copy again.")
        messages.warning(request, said % _names(changed))


def _names(labs: list[LabPage]) -> dict[str, str]:
    return {"labs": ", ".join(lab.title or lab.slug for lab in labs)}


def _undo(request: HttpRequest, pair: Pair | None, partners: Partners) -> None:
    if not _is_alone(request):
        return
    if pair is None:
        return
    done = undo(pair[1].slug, partners, request.user, AT_ONCE)
    said = ngettext("%(done)d draft is deleted.", "%(done)d drafts are deleted.", done) % {"done": done}
    left = len(untouched(pair[1].slug, partners, request.user)) if done == AT_ONCE else 0
    if left:
        said += " " + ngettext("%(left)d is left: go on.", "%(left)d are left: go on.", left) % {"left": left}
    messages.success(request, said)


def _is_alone(request: HttpRequest) -> bool:
    """Whether nobody else makes or undoes a school year until this request is over; say so otherwise."""
    if taken_to_the_end(Lock.NEW_YEAR):
        return True
    messages.warning(request, _("Somebody else is at work on a school year at this moment. Try again in a minute."))
    return False


def _accept(request: HttpRequest, pair: Pair | None, partners: Partners) -> None:
    """Keep the proposed school year as it is; its form is there for who wants to change it."""
    year = _proposed(request)
    if year is None:
        raise PermissionDenied
    if not _is_alone(request):
        return
    try:
        _check(year)
    except ValidationError as error:
        messages.error(request, " ".join([_("The school year is not saved."), *error.messages]))
        return
    year.save()
    messages.success(request, _("School year %(year)s is there.") % {"year": year})


def _check(year: SchoolYear) -> None:
    year.full_clean()
    for row in [*year.breaks.all(), *year.cycle_starts.all()]:
        row.year = year
        row.clean()


ACTIONS: dict[str, Callable[[HttpRequest, Pair | None, Partners], None]] = {
    "copy": _copy,
    "undo": _undo,
    "accept": _accept,
}
