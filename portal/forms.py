"""The edit form of every page: shared facts only where they are owned, and no silent overwriting."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page, Revision


class PortalPageForm(WagtailAdminPageForm):
    """Leaves out facts that live on the Dutch page, and refuses a save over or with somebody else's work."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not getattr(self.instance, "owns_facts", True):
            for name in self.instance.shared_fields:
                self.fields.pop(name, None)
                self.formsets.pop(name, None)

    def clean(self) -> dict[str, Any]:
        """Ask instead of overwriting when somebody saved the page after this form was opened."""
        cleaned: dict[str, Any] = super().clean()
        if getattr(self.instance, "check_stale_save", False) and not self._opened_latest():
            self.add_error(
                None,
                _(
                    "Somebody else saved this page while you were working on it. Your text is still here. "
                    "Look at what changed in the history, then save again to replace it."
                ),
            )
        return cleaned

    def is_valid(self) -> bool:
        """Validate; raise PermissionDenied for an image, document or page of which this person may not know.

        No chooser offers such a thing, and to show the form again would show the thing.
        """
        valid: bool = super().is_valid()
        if valid and self.for_user is not None and self._uses_what_is_not_theirs():
            raise PermissionDenied
        return valid

    def _uses_what_is_not_theirs(self) -> bool:
        """Look at what was added only: what the page used already was somebody's decision before."""
        from portal.access.references import may_refer, references_in_form, references_of
        from portal.access.who import access_of

        used = references_in_form(self)
        if used and self.instance.pk:
            used -= references_of(Page.objects.get(pk=self.instance.pk).get_latest_revision_as_object())
        access = access_of(self.for_user)
        return not all(may_refer(access, reference) for reference in used)

    def _opened_latest(self) -> bool:
        """Whether the form was filled from the newest revision, autosaves of this very form included."""
        latest = Page.objects.select_for_update().values_list("latest_revision_id", flat=True).get(pk=self.instance.pk)
        if latest is None:
            return True
        if own := self.data.get("overwrite_revision_id"):
            return bool(own == str(latest))
        made = Revision.objects.values_list("created_at", flat=True).get(pk=latest)
        return bool(
            self.data.get("loaded_revision_id") == str(latest)
            and self.data.get("loaded_revision_created_at") == made.isoformat()
        )
