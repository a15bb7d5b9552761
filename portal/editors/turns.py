"""Whose turn it is with a page that was sent for review, in words."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState, get_default_page_content_type

from portal.models import Partner, ReviewTask


def turn_of(page: Page) -> str:
    """Return who acts next with one page; empty when it is in nobody's hands but the writer's."""
    return turns([page.pk]).get(page.pk, "")


def turns(pages: Iterable[int]) -> dict[int, str]:
    """Return who acts next with each page that was sent for review, in a fixed number of queries."""
    keys = [str(pk) for pk in pages]
    under_way = WorkflowState.objects.active().filter(
        base_content_type=get_default_page_content_type(), object_id__in=keys
    )
    states = list(under_way.select_related("current_task_state__finished_by"))
    reviewers = reviewers_in_words(state.current_task_state.task_id for state in states if state.current_task_state)
    return {int(state.object_id): _in_words(state, reviewers) for state in states}


def _in_words(state: WorkflowState, reviewers: dict[int, str]) -> str:
    step = state.current_task_state
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        facts = {"person": step.finished_by or _("Somebody"), "reason": step.comment}
        return _("Your turn. %(person)s returned it: “%(reason)s” Change it and send it again.") % facts
    reviewers_now = reviewers.get(step.task_id) if step else None
    return _("Waits for %(reviewers)s.") % {"reviewers": reviewers_now or _("the core team")}


def reviewers_in_words(tasks: Iterable[int]) -> dict[int, str]:
    """Return for each task who carries it out: "the editors of Academie Tien", "the core team"."""
    found = ReviewTask.objects.filter(pk__in=set(tasks)).prefetch_related("groups")
    active = get_user_model().objects.filter(is_active=True, groups__reviewtask__in=found)
    peopled = set(active.values_list("groups", flat=True))
    # A group whose people have all left reviews nothing: then the core team does.
    groups = {task.pk: [group for group in task.groups.all() if group.pk in peopled] for task in found}
    editors = Partner.objects.filter(editors__in={group.pk for known in groups.values() for group in known})
    names = dict(editors.values_list("editors", "name"))
    return {task: _joined(known, names) for task, known in groups.items()}


def _joined(groups: list[Group], names: dict[int, str]) -> str:
    known = [_("the editors of %(partner)s") % {"partner": names[group.pk]} for group in groups if group.pk in names]
    return ", ".join(known) or _("the core team")
