"""The edit form of every page: shared facts only where they are owned, and no silent overwriting."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from portal.addresses import refuse_owned
from portal.saving import FORM_KEY, TYPED_AT, Unseen, new_form_key, typing, with_whole_rows


class PortalPageForm(WagtailAdminPageForm):
    """Leaves out facts that live on the Dutch page, and refuses a save over or with somebody else's work."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
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
        """Ask instead of overwriting when somebody else saved the page after this form was opened."""
        cleaned: dict[str, Any] = super().clean()
        if not self.instance.path:  # a new page; one that stands somewhere asks this itself
            try:
                refuse_owned(cleaned.get("slug", ""), self.parent_page)
            except ValidationError as error:
                self.add_error(None, error)
        if self.instance.overtaken:
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

        No chooser offers such a thing, and to show the form again, because of a mistake in it, would show the thing.
        """
        valid: bool = super().is_valid()
        if self.is_bound and self.for_user is not None and self._uses_what_is_not_theirs():
            raise PermissionDenied
        return valid

    def _uses_what_is_not_theirs(self) -> bool:
        """Ask before anything is shown; what is kept is asked about once more on its way to the database."""
        from portal.access.references import references_in_form, uses_what_is_not_theirs
        from portal.access.who import access_of

        return uses_what_is_not_theirs(access_of(self.for_user), self.instance, references_in_form(self))

    def save(self, commit: bool = True) -> Any:
        """Save, and let the next revision remember from which form its words came."""
        self.instance.typed = typing(self.data)
        return super().save(commit=commit)
