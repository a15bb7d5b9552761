"""The edit form of a story: consent before it goes out."""

from typing import Any

from portal.core.forms import PortalPageForm

GOING_OUT = ("action-publish", "action-submit", "action-restart-workflow")
"""Buttons after which a story may be seen by everyone."""


class StoryPageForm(PortalPageForm):
    """Asks for consent when a story is published or handed in, not while it is a draft."""

    def clean(self) -> dict[str, Any]:
        """Refuse a story that goes out while somebody has not answered yet."""
        cleaned: dict[str, Any] = super().clean()
        if self.instance.owns_facts and any(button in self.data for button in GOING_OUT):
            self.instance.basis = cleaned.get("basis", self.instance.basis)
            self.instance.consent = cleaned.get("consent", self.instance.consent)
            for field, message in self.instance.consent_errors().items():
                self.add_error(field, message)
        return cleaned
