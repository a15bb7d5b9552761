"""The step in which somebody looks a page over before it goes live."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.locks import WorkflowLock
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from portal.core.models.users import AnyUser
from portal.partners.review_status import turn_of


class ReturnForm(TaskStateCommentForm):
    """The reason for returning a page; without one the writer does not know what to do."""

    comment = forms.CharField(
        label=_("What should change?"),
        help_text=_("The writer reads this in the mail and above the page."),
        error_messages={"required": _("Write what should change, so that the writer can go on.")},
        widget=forms.Textarea({"rows": 3}),
    )


class ReviewLock(WorkflowLock):
    """While a page is looked over, only those who do so can change it; this says who they are."""

    def get_message(self, user: AnyUser) -> str:
        """Say whose turn it is, in words, also to those whose turn it is."""
        return turn_of(self.object)


class ReviewTask(AbstractGroupApprovalTask):
    """Members of the groups approve a page, or return it and say why."""

    lock_class = ReviewLock

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")

    def get_actions(self, obj: Page, user: AnyUser) -> list[tuple[str, Any, bool]]:
        """Return what somebody may decide: code, words, and whether more is asked first."""
        if not super().get_actions(obj, user):
            return []
        return [
            ("reject", _("Return to the writer"), True),
            # Wagtail itself adds "and publish" to the last step, which is the only one here.
            ("approve", _("Approve"), False),
            ("approve", _("Approve with a word to the writer"), True),
        ]

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        """Ask for a reason when a page is returned."""
        return ReturnForm if action == "reject" else super().get_form_for_action(action)

    def on_action(self, task_state: TaskState, user: AnyUser, action_name: str, **kwargs: Any) -> Any:
        """Carry out a decision; raise PermissionDenied for a return without a reason, which no form of ours sends."""
        if action_name == "reject" and not str(kwargs.get("comment", "")).strip():
            raise PermissionDenied
        return super().on_action(task_state, user, action_name, **kwargs)
