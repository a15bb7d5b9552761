"""What passages of pages mean, as an encoder wrote it down: made once for each text."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PassageVector(models.Model):
    """The vector of one text. Documents name their passages by digest, so equal texts and both engines share it."""

    encoder = models.CharField(max_length=100)
    digest = models.CharField(max_length=32)
    vector = models.BinaryField()
    """Half-precision numbers, one after the other."""

    class Meta:
        verbose_name = _("meaning of a passage")
        verbose_name_plural = _("meanings of passages")
        constraints = [models.UniqueConstraint(fields=["digest", "encoder"], name="one_vector_per_passage")]

    def __str__(self) -> str:
        return self.digest
