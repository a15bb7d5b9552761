"""Images and documents with the fields the portal needs beside Wagtail's own."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image, get_upload_to

from portal.core.house_language.gate import refuse
from portal.core.models.renditions import ForgivingRenditions
from portal.core.uploads.documents import refuse_hostile
from portal.core.uploads.fields import NamedFileField, PictureModelField
from portal.core.uploads.names import kept_name
from portal.core.worded import ENGLISH, worded


class PortalImage(ForgivingRenditions, AbstractImage):
    """An image with its credit; people may be shown only with their consent."""

    file = PictureModelField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made the image, shown below it.")
    )
    description_en = models.CharField(
        _("description in English"),
        max_length=255,
        blank=True,
        default="",
        db_default="",
        help_text=_("What the image shows, for who reads the site in English."),
    )
    consent = models.BooleanField(
        _("people in the picture agreed"),
        default=False,
        help_text=_("Tick when everyone who can be recognised gave permission, or nobody is in the picture."),
    )

    admin_form_fields = (*Image.admin_form_fields, "description_en", "credit", "consent")

    @property
    def may_be_shown(self) -> bool:
        """Whether a page shows it by itself: somebody wrote what it shows, and who is in it agreed."""
        return bool(self.description.strip()) and self.consent

    def clean(self) -> None:
        """Refuse words in title and description that the house does not use."""
        super().clean()
        refuse(self)

    @property
    def words(self) -> str:
        """What it shows, in the reader's language; in Dutch where nobody wrote it in English."""
        return self.description if self.words_are_dutch else self.description_en

    @property
    def words_are_dutch(self) -> bool:
        """Whether what it shows is said in Dutch."""
        return worded() != ENGLISH or not self.description_en.strip()

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class PortalRendition(AbstractRendition):
    """A resized copy of a portal image."""

    image = models.ForeignKey(PortalImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class PortalDocument(AbstractDocument):
    """A downloadable file; its text is extracted so that search finds it."""

    file = NamedFileField(_("file"), upload_to="documents")
    text = models.TextField(_("text of the file"), blank=True, editable=False)
    text_error = models.CharField(_("why the text could not be read"), max_length=300, blank=True, editable=False)

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """Give a new file a name before Wagtail looks at it; refuse what harms its reader, and refused words."""
        is_new = self.file and not self.file._committed  # type: ignore[attr-defined]  # Django's own mark of a new file
        if is_new:
            self.file.name = kept_name(str(self.file.name))
        if self.file:  # the form for an upload that waits for another title has none
            super().clean()
        if is_new:
            refuse_hostile(self.file, self.file_extension.lower())
        refuse(self)
