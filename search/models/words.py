"""The words that stand in documents, for recognising a mistyped one without comparing whole texts."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class KnownWord(models.Model):
    """A word without accents. It may outlive its documents: whoever offers it asks first whether it is visible."""

    language = models.CharField(max_length=10)
    word = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="one_row_per_known_word")]
        indexes = [GinIndex(fields=["word"], name="known_word_letters", opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return self.word
