"""Edit-form panels that know where facts are owned."""

from typing import Any

from django.forms import Media
from wagtail.admin.panels import InlinePanel, MultipleChooserPanel


class OwnedRows:
    """For the bound panel of rows: binds only when the form holds the rows, and is shown only then."""

    def __init__(self, *, form: Any, **kwargs: Any) -> None:
        self.owned = form is None or kwargs["panel"].relation_name in form.formsets
        super().__init__(form=form if self.owned else None, **kwargs)  # type: ignore[call-arg]

    def is_shown(self) -> bool:
        """Show the panel on the page that owns the rows only."""
        return self.owned and super().is_shown()  # type: ignore[misc]

    @property
    def media(self) -> Media:
        """Ask for scripts only when there is something to run them on."""
        return super().media if self.owned else Media()  # type: ignore[misc]


class SharedInlinePanel(InlinePanel):
    """An inline panel for shared rows: absent from the form of a translation."""

    class BoundPanel(OwnedRows, InlinePanel.BoundPanel):
        """The panel in one form."""


class SharedChooserPanel(MultipleChooserPanel):
    """Shared rows that each point to one thing, several chosen at once; absent from the form of a translation."""

    class BoundPanel(OwnedRows, MultipleChooserPanel.BoundPanel):
        """The panel in one form."""
