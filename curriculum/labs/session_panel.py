"""Sessions as rows of the form: a new row comes filled in with what is most likely."""

from collections.abc import Mapping
from typing import Any

from curriculum.labs.kinds import WEEK_OF_SKILLS
from curriculum.labs.planning import LENGTH, suggestions
from portal.core.panels import SharedInlinePanel


class SessionsPanel(SharedInlinePanel):
    """The rows of a lab's sessions."""

    class BoundPanel(SharedInlinePanel.BoundPanel):
        """The rows in one form."""

        template_name = "curriculum/editors/sessions_panel.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            space = getattr(self.form, "parent_page", None)
            if self.owned and space is not None and space.specific_class._meta.model_name == "locationpage":
                self.empty_child.form.initial["location"] = space.pk

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            """Add when the next sessions could be, for the script that fills in a new row."""
            space = getattr(self.form, "parent_page", None)
            known = suggestions(self.instance, space.specific) if space is not None else {}
            minutes = int(LENGTH.total_seconds() // 60)
            planning = {"next": known, "minutes": minutes, "skills": str(WEEK_OF_SKILLS)}
            asked = {"keep": getattr(self.form, "KEEP", ""), "kept_key": getattr(self.form, "kept_key", "")}
            return {**super().get_context_data(parent_context), "planning": planning, **asked}
