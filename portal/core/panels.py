"""Edit-form panels that know where facts are owned."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.forms import Media, Select
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import CommentPanel, FieldPanel, InlinePanel, MultipleChooserPanel, PublishingPanel


def _time_zone() -> str:
    return gettext("The time zone is %(zone)s.") % {"zone": timezone.get_current_timezone_name()}


class SchedulePanel(PublishingPanel):
    """When a page goes on and off the site, with the time zone in which the editor reads and writes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for panel in self.children:
            panel.help_text = lazy(_time_zone, str)()


SETTINGS_PANELS = [SchedulePanel(), CommentPanel()]
"""What every page type has beside its own fields; a type with its own tabs lists them too."""


ASKS = {"data-controller": "w-rules", "data-action": "change->w-rules#resolve"}
"""Attributes of a panel in which some fields are asked only when others say so."""


def asked_when(rules: Mapping[str, Sequence[str]], field_name: str) -> FieldPanel:
    """Return a field of choices that is shown, and sent, only while each field in `rules` has one of its values."""
    said = json.dumps(rules)
    enabled = {"data-w-rules-target": "enable", "data-w-rules": said}
    return FieldPanel(field_name, widget=Select(attrs=enabled), attrs={**enabled, "data-w-rules-target": "show"})


class OwnedRows:
    """For the bound panel of rows: binds only when the form holds the rows, and is shown only then."""

    def __init__(self, *, form: WagtailAdminModelForm | None, **kwargs: Any) -> None:
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
