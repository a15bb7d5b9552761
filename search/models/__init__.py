"""Search in the database: the outbox, the flat documents, and what editors add."""

from search.models.counts import SearchCount
from search.models.documents import StoredDocument
from search.models.files import FileReading
from search.models.meaning import PassageVector
from search.models.nightly import NightlyTask
from search.models.outbox import SearchEvent
from search.models.synonyms import SynonymGroup
from search.models.words import KnownWord

__all__ = [
    "FileReading",
    "KnownWord",
    "NightlyTask",
    "PassageVector",
    "SearchCount",
    "SearchEvent",
    "StoredDocument",
    "SynonymGroup",
]
