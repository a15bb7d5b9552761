"""Publishing many pages at once: what is complete goes live, the rest is named."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page


class PublishWhatIsComplete(PublishBulkAction):
    """Wagtail's own action ends in an error at the first page that is not complete, or that follows another page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.left_out: list[str] = []

    def get_execution_context(self) -> dict[str, Any]:
        """Hand over the list of what is left out."""
        return {**super().get_execution_context(), "left_out": self.left_out}

    @classmethod
    def execute_action(
        cls, objects: list[Page], left_out: list[str], include_descendants: bool = False, user: Any = None
    ) -> tuple[int, int]:
        """Publish each page for itself; return how many of those that were chosen, and of the pages below them."""
        chosen = sum(_publish(page, user, left_out) for page in objects)
        below = [page for parent in objects for page in _drafts_below(parent, user)] if include_descendants else []
        return chosen, sum(_publish(page, user, left_out) for page in below)

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """Name what was left out."""
        message = str(super().get_success_message(num_parent_objects, num_child_objects))
        if not self.left_out:
            return message
        return _("%(published)s. Not complete, so not published: %(titles)s.") % {
            "published": message,
            "titles": ", ".join(self.left_out),
        }


def _drafts_below(page: Page, user: Any) -> list[Page]:
    drafts = page.get_descendants().not_live().specific()
    return [draft for draft in drafts if user is None or draft.permissions_for_user(user).can_publish()]


def _publish(page: Page, user: Any, left_out: list[str]) -> bool:
    """Publish one page; note its title and return False when that is not possible. An alias follows its original."""
    if page.alias_of_id:
        return False
    try:
        with transaction.atomic():
            revision = page.get_latest_revision() or page.specific.save_revision(user=user)
            revision.publish(user=user)
    except ValidationError:
        left_out.append(page.get_admin_display_title())
        return False
    return True
