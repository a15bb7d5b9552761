"""A form field for one page, which an address or a forged form may fill with anything."""

from typing import Any

from django import forms
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page


class TolerantPageChooser(AdminPageChooser):
    """The chooser of Wagtail, to which anything that is no number is no choice; there it is an error 500."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the number of the chosen page, or nothing."""
        value = super().value_from_datadict(data, files, name)
        return value if str(value).isdecimal() else None


class PageField(forms.ModelChoiceField):
    """A page that may be left out."""

    def __init__(self, label: Any, help_text: Any = "") -> None:
        super().__init__(
            Page.objects.all(), required=False, label=label, help_text=help_text, widget=TolerantPageChooser()
        )
