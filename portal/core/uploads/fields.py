"""Fields for pictures: the one in forms says what is wrong with an upload, the one in models keeps nothing else."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import models
from django.db.models.fields.files import FieldFile
from django.forms import FileField
from wagtail.images.fields import WagtailImageField as FormImageField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from portal.core.uploads.names import kept_name
from portal.core.uploads.pictures import LONGEST_SIDE, made_anew


class CleanPicture(SimpleUploadedFile):
    """An upload that was made anew already; it is not done twice."""


class PictureField(FormImageField):
    """The file of an image. Refuses in words what cannot be shown; what it gives back was made anew."""

    def __init__(self, *args: Any, longest: int = LONGEST_SIDE, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.longest = longest

    def to_python(self, data: UploadedFile | None) -> CleanPicture | None:
        """Return a CleanPicture; raises ValidationError for what is no picture, damaged, too large or misnamed."""
        if data and data.name:
            data.name = kept_name(data.name)
        file = FileField.to_python(self, data)
        if file is None or isinstance(file, CleanPicture):
            return file
        self.check_image_file_size(file)
        extension = PurePath(str(file.name)).suffix.lower().lstrip(".")
        if extension not in self.allowed_image_extensions:
            raise ValidationError(self.error_messages["invalid_image_extension"], code="invalid_image_extension")
        file.seek(0)
        picture = made_anew(file.read(), self.longest)
        if picture.kind != ("jpeg" if extension == "jpg" else extension):
            names = {"extension": extension, "image_format": picture.kind}
            message = self.error_messages["invalid_image_known_format"] % names
            raise ValidationError(message, code="invalid_image_known_format")
        return CleanPicture(str(file.name), picture.content, f"image/{picture.kind}")


class KeptFile(FieldFile):
    """A file in the storage, of whatever kind."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Keep a file under a name that is one."""
        super().save(kept_name(name), content, save)


class NamedFileField(models.FileField):
    """The column of a file that has a name, whatever was left of the name it came with."""

    attr_class = KeptFile


class KeptPicture(WagtailImageFieldFile):
    """A picture in the storage."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Keep a picture, made anew unless it was; raises ValidationError for what is none."""
        if not isinstance(content, CleanPicture):
            content.seek(0)
            content = ContentFile(made_anew(content.read()).content)
        super().save(kept_name(name), content, save=False)
        self.field.update_dimension_fields(self.instance, force=True)
        if save:
            self.instance.save()


class PictureModelField(WagtailImageField):
    """The column of a picture; whichever road an upload takes, here it is made anew."""

    attr_class = KeptPicture
