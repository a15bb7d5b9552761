"""What of search goes into no backup: all that a rebuild reads from the pages again."""

from portal.core.backup.contents import REBUILT
from search.models import KnownWord, PassageVector, SearchEvent, StoredDocument

REBUILT["search_rebuild"] = [model._meta.db_table for model in (StoredDocument, PassageVector, SearchEvent, KnownWord)]
