"""The form of an image, wherever an editor uploads one: alone, with several, in a chooser, or in place of another."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.images.forms import BaseImageForm

from portal.core.uploads.fields import PictureField


class PictureForm(BaseImageForm):
    """Wagtail's form with our field for the file; Wagtail itself picks the field by name, so it is changed here."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if wagtails := self.fields.get("file"):
            file = PictureField(label=wagtails.label, required=wagtails.required, widget=wagtails.widget)
            file.help_text = format_lazy("{} {}", file.help_text, _("Of a moving picture the first frame is kept."))
            self.fields["file"] = file


class ProfilePictureForm(AvatarPreferencesForm):
    """The picture of oneself in the admin, by the same rules."""

    avatar = PictureField(label=_("Profile picture"), required=False, longest=400)
