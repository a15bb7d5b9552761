"""The form for a link to another site, without the error that Wagtail's gives when the address is not sent at all."""

from typing import Any

from wagtail.admin.forms.choosers import ExternalLinkChooserForm, URLOrAbsolutePathField
from wagtail.admin.views.chooser import ExternalLinkView


class AddressField(URLOrAbsolutePathField):
    """An address; a field that is missing counts as empty."""

    def to_python(self, value: object) -> Any:
        """Read what was sent."""
        return super().to_python(value or "")


class ExternalLinkForm(ExternalLinkChooserForm):
    """Wagtail's form with this field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["url"] = AddressField(label=self.fields["url"].label)


def register() -> None:
    """Let Wagtail's screen use this form: it has no setting for it."""
    ExternalLinkView.form_class = ExternalLinkForm
