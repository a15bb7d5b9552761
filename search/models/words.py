"""The words that stand in documents, for recognising a mistyped one without comparing whole texts."""

from collections.abc import Sequence

from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models

from portal.core import content_cache


class KnownWordManager(models.Manager["KnownWord"]):
    """Adds words."""

    def add(self, words: Sequence[tuple[str, str]]) -> None:
        """Add words, each with its language before it, that are not known yet; some thousands at once.

        Queries are read with the words we know (`search.parsing`).
        """
        statement = (
            f"INSERT INTO {self.model._meta.db_table} (language, word)"
            " SELECT * FROM unnest(%s::varchar[], %s::varchar[]) ON CONFLICT DO NOTHING"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [[language for language, _word in words], [word for _language, word in words]])
            if cursor.rowcount:
                content_cache.renew()


class KnownWord(models.Model):
    """A word without accents. It may outlive its documents: whoever offers it asks first whether it is visible."""

    language = models.CharField(max_length=10)
    word = models.CharField(max_length=60)

    objects = KnownWordManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="one_row_per_known_word")]
        indexes = [GinIndex(fields=["word"], name="known_word_letters", opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return self.word
