"""Rules of pages and rows that a draft need not keep yet."""

from typing import Any

from django.core.exceptions import ValidationError


class MayBeUnfinished:
    """Mixin, placed before the base model: its rules hold for what is published, and not for a draft.

    A class says in `wrong` what is not right yet. A form that keeps a draft sets `unfinished` on what it validates.
    """

    unfinished = False
    """Whether this is validated as a draft."""

    def wrong(self) -> dict[str, Any]:
        """Return what is not right yet, by field."""
        return {}

    def clean(self) -> None:
        """Refuse what is wrong, unless somebody only keeps a draft of it."""
        super().clean()  # type: ignore[misc]
        if not self.unfinished and (errors := self.wrong()):
            raise ValidationError(errors)
