"""The edit form of every page: shared facts only where they are owned, and no silent overwriting."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from portal.core.addresses import refuse_owned
from portal.core.house_language.forms import HouseLanguageForm
from portal.core.saving import FORM_KEY, TYPED_AT, Unseen, new_form_key, typing, with_whole_rows

SAVED_BY_ANOTHER = _(
    "Somebody else saved this page while you were working on it. Your text is still here. "
    "Look at what changed in the history, then save again to replace it."
)
SAVED_ELSEWHERE = _(
    "You saved a newer version of this page in another window. Your text is still here. "
    "Look at what changed in the history, then save again to replace that version."
)

Refusal = Callable[["PortalPageForm"], bool]
_refusals: list[Refusal] = []


def register_refusal(refusal: Refusal) -> None:
    """Let a function say of a form that was sent that its author may not use what is in it."""
    _refusals.append(refusal)


class PortalPageForm(HouseLanguageForm, WagtailAdminPageForm):
    """Leaves out facts that live on the Dutch page, and refuses a save over or with somebody else's work."""

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **kwargs: Any) -> None:
        page = kwargs.get("instance")
        shared = set() if page is None or getattr(page, "owns_facts", True) else set(page.shared_fields)
        if data is not None and page is not None:
            data = with_whole_rows(type(self), page, data, skipped=shared)
        super().__init__(data, *args, **kwargs)
        for name in shared:
            self.fields.pop(name, None)
            self.formsets.pop(name, None)
        self.fields.update({FORM_KEY: Unseen(), TYPED_AT: Unseen()})
        self.initial[FORM_KEY] = new_form_key(self.instance, self.for_user, self.parent_page)

    def clean(self) -> dict[str, Any]:
        """Ask instead of overwriting when the page was saved elsewhere after this form was opened."""
        cleaned: dict[str, Any] = super().clean()
        if not self.instance.path:  # a new page; one that stands somewhere asks this itself
            try:
                refuse_owned(cleaned.get("slug", ""), self.parent_page)
            except ValidationError as error:
                self.add_error(None, error)
        if self.instance.overtaken:
            own = self.for_user is not None and self.instance.overtaken.user_id == self.for_user.pk
            self.add_error(None, SAVED_ELSEWHERE if own else SAVED_BY_ANOTHER)
        return cleaned

    def is_valid(self) -> bool:
        """Validate; raise PermissionDenied for an image, document or page of which this person may not know.

        No chooser offers such a thing, and to show the form again, because of a mistake in it, would show the thing.
        A draft is validated as one, its rows too.
        """
        for row in (self, *(row for rows in self.formsets.values() for row in rows.forms)):
            row.instance.unfinished = row.is_deferred_validation
        valid: bool = super().is_valid()
        if self.is_bound and self.for_user is not None and any(is_not_theirs(self) for is_not_theirs in _refusals):
            raise PermissionDenied
        return valid

    def save(self, commit: bool = True) -> Any:
        """Save, and let the next revision remember from which form its words came."""
        self.instance.typed = typing(self.data)
        return super().save(commit=commit)
