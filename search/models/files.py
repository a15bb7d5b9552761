"""Which files of the library were read."""

from django.db import models
from django.utils import timezone
from wagtail.documents import get_document_model_string


class FileReading(models.Model):
    """The file whose text a document holds; a new file has a new name in the storage."""

    # Without a constraint, so that a file can be deleted while it is being read.
    file = models.OneToOneField(
        get_document_model_string(), on_delete=models.CASCADE, db_constraint=False, related_name="+"
    )
    file_name = models.CharField(max_length=255)
    read_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.file_name
