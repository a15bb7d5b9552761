"""Whose turn it is with a page that was sent for review, in words."""

from collections.abc import Iterable

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState, get_default_page_content_type

from portal.partners.models import Partner


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
    wanted = set(tasks)
    # A group whose people have all left reviews nothing: then the core team does.
    peopled = Group.objects.filter(reviewtask__in=wanted, user__is_active=True)
    groups: dict[int, list[int]] = {task: [] for task in wanted}
    for task, group in peopled.values_list("reviewtask", "pk").order_by("pk").distinct():
        if task in groups:
            groups[task].append(group)
    editors = Partner.objects.filter(editors__in={group for known in groups.values() for group in known})
    names = dict(editors.values_list("editors", "name"))
    return {task: _joined(known, names) for task, known in groups.items()}


def _joined(groups: list[int], names: dict[int, str]) -> str:
    known = [_("the editors of %(partner)s") % {"partner": names[group]} for group in groups if group in names]
    return ", ".join(known) or _("the core team")
