"""Search in the database: the outbox, the flat documents, and what editors add."""

from search.models.counts import SearchCount
from search.models.documents import StoredDocument
from search.models.files import FileReading
from search.models.outbox import SearchEvent
from search.models.synonyms import SynonymGroup

__all__ = ["FileReading", "SearchCount", "SearchEvent", "StoredDocument", "SynonymGroup"]
