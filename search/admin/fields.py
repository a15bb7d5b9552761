"""A form field for one page, which an address or a forged form may fill with anything."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class TolerantPageChooser(AdminPageChooser):
    """The chooser of Wagtail, to which anything that is no number is no choice; there it is an error 500."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> str | None:
        """Return the number of the chosen page, or nothing."""
        value = super().value_from_datadict(data, files, name)
        return value if str(value).isdecimal() else None


class PageField(forms.ModelChoiceField):
    """A page that may be left out."""

    def __init__(self, label: "StrOrPromise", help_text: "StrOrPromise" = "") -> None:
        super().__init__(
            Page.objects.all(), required=False, label=label, help_text=help_text, widget=TolerantPageChooser()
        )
