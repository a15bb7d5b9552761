"""Who hears of a review: the reviewers of that partner, and in the end whoever asked.

These take the place of Wagtail's own mails, which name steps and workflows and are written in the language of
whoever acts. Django keeps one receiver per sender and uid, the first; this app comes before Wagtail's.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.dispatch import receiver
from django.urls import reverse
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from portal.core.models.users import User
from portal.editorial import mail
from portal.editorial.dashboard import what_changed
from portal.partners.roles import CORE_GROUPS


@receiver(task_submitted, sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification")
def tell_the_reviewers(instance: TaskState, user: User | None = None, **kwargs: Any) -> None:
    """Ask the members of the groups that approve, except whoever sent it; the core team when there is nobody."""
    page = instance.workflow_state.content_object
    if not isinstance(page, Page):
        return
    people = get_user_model().objects.filter(groups__in=instance.task.specific.groups.all(), is_active=True)
    if not people.exists():  # everybody who could approve has left
        people = get_user_model().objects.filter(groups__name__in=CORE_GROUPS.values(), is_active=True)
    asked = [person for person in people.distinct() if person != user and mail.wants(person, "submitted")]
    sender = instance.workflow_state.requested_by or user
    url = mail.link(what_changed(page, instance.revision_id))
    mail.send(asked, "sent", {"title": instance.revision.object_str, "sender": sender, "url": url, "page": page})


@receiver(workflow_approved, sender=WorkflowState, dispatch_uid="workflow_state_approved_email_notification")
def tell_that_it_was_approved(instance: WorkflowState, user: User | None = None, **kwargs: Any) -> None:
    """Tell whoever asked that it is on the site."""
    page = instance.content_object
    _answer(instance, user, "approved", page.full_url or "" if isinstance(page, Page) else "")


@receiver(workflow_rejected, sender=WorkflowState, dispatch_uid="workflow_state_rejected_email_notification")
def tell_that_it_was_returned(instance: WorkflowState, user: User | None = None, **kwargs: Any) -> None:
    """Tell whoever asked what should change."""
    _answer(instance, user, "rejected", mail.link(reverse("wagtailadmin_pages:edit", args=[instance.object_id])))


def _answer(state: WorkflowState, user: User | None, kind: str, url: str) -> None:
    asked = state.requested_by
    if asked is None or asked == user or not mail.wants(asked, kind):
        return
    step = state.current_task_state
    facts = {"title": step.revision.object_str, "reviewer": user, "reason": step.comment.strip(), "url": url}
    mail.send([asked], kind, facts)
