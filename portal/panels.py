"""Edit-form panels that know where facts are owned."""

from typing import Any

from wagtail.admin.panels import InlinePanel


class SharedInlinePanel(InlinePanel):
    """An inline panel for shared rows: absent from the form of a translation."""

    class BoundPanel(InlinePanel.BoundPanel):
        """Binds only when the form holds the rows."""

        def __init__(self, *, form: Any, **kwargs: Any) -> None:
            self.owned = form is None or kwargs["panel"].relation_name in form.formsets
            super().__init__(form=form if self.owned else None, **kwargs)

        def is_shown(self) -> bool:
            """Show the panel on the page that owns the rows only."""
            return self.owned and super().is_shown()
