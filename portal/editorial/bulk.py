"""Publishing many pages at once: what is complete goes live, the rest is named."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from portal.core.house_language.gate import RefusedWordsError
from portal.core.models.users import User
from portal.core.translations.holding import NewDutchError
from portal.core.translations.unfinished import translation_of


@dataclass
class PublishReport:
    """Titles of the pages of which there is more to say than that they were published."""

    incomplete: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    partly_dutch: list[str] = field(default_factory=list)

    def sentences(self) -> list[str]:
        """Return what there is to say."""
        words = (
            (self.incomplete, _("Not complete, so not published: %(titles)s.")),
            (self.held, _("Not published, because new texts have no translation yet: %(titles)s.")),
            (self.refused, _("Not published, because of words that are not those of the house: %(titles)s.")),
            (self.partly_dutch, _("Published with texts that are still Dutch: %(titles)s.")),
        )
        return [text % {"titles": ", ".join(titles)} for titles, text in words if titles]


class PublishWhatIsComplete(PublishBulkAction):
    """Wagtail's own action ends in an error at the first page that is not complete, or that follows another page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.report = PublishReport()

    def get_execution_context(self) -> dict[str, Any]:
        """Hand over where to note what there is to say."""
        return {**super().get_execution_context(), "report": self.report}

    @classmethod
    def execute_action(
        cls, objects: list[Page], report: PublishReport, include_descendants: bool = False, user: User | None = None
    ) -> tuple[int, int]:
        """Publish each page for itself; return how many of those that were chosen, and of the pages below them."""
        chosen = sum(_publish(page, user, report) for page in objects)
        below = [page for parent in objects for page in _drafts_below(parent, user)] if include_descendants else []
        return chosen, sum(_publish(page, user, report) for page in below)

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """Name what was left out, and what visitors read in Dutch."""
        message = str(super().get_success_message(num_parent_objects, num_child_objects))
        sentences = self.report.sentences()
        return f"{message}. {' '.join(sentences)}" if sentences else message


def _drafts_below(page: Page, user: User | None) -> list[Page]:
    drafts = page.get_descendants().not_live().specific()
    return [draft for draft in drafts if user is None or draft.permissions_for_user(user).can_publish()]


def _publish(page: Page, user: User | None, report: PublishReport) -> bool:
    """Publish one page; note its title and return False when that is not possible. An alias follows its original."""
    if page.alias_of_id:
        return False
    title = page.get_admin_display_title()
    try:
        with transaction.atomic():
            if translation := translation_of(page):
                # As its own screen does: with the texts as they are translated now, not as they once were saved.
                translation.save_target(user=user, publish=False)
                page = Page.objects.get(pk=page.pk)
            revision = page.get_latest_revision() or page.specific.save_revision(user=user)
            revision.publish(user=user)
    except NewDutchError:
        report.held.append(title)
        return False
    except RefusedWordsError as words:
        report.refused.append(f"{title} ({', '.join(dict.fromkeys(found.hit.found for found in words.found))})")
        return False
    except ValidationError:
        report.incomplete.append(title)
        return False
    if translation and page.specific_class.objects.filter(pk=page.pk, holds_dutch=True).exists():
        report.partly_dutch.append(title)
    return True
