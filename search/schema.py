"""The public index: one per language with the same fields, so that each language has its own words and weights."""

import hashlib
import json
from typing import Any

from django.conf import settings
from elasticsearch.dsl import Date, Document, Keyword, Mapping, Text

from search import analysis

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def text(**fields: Text | Keyword) -> Text:
    """Return a field that is searched in its language; its words also feed the corrections of typing errors."""
    return Text(
        analyzer="text",
        search_analyzer="query",
        index_options="offsets",  # highlights without analysing the text again
        copy_to="spell",
        fields={"exact": Text(analyzer="exact"), **fields},
    )


class IndexedDocument(Document):
    """The fields of a search document in the index; what a result shows is read from the database."""

    kind = Keyword()
    key = Keyword()
    sectors = Keyword()
    locations = Keyword()
    partners = Keyword()
    themes = Keyword()
    groups = Keyword()
    variants = Keyword()
    changed_on = Date(format="yyyy-MM-dd")
    moments = Date(format="strict_date_time_no_millis")
    title = text(
        whole=Keyword(normalizer="whole", ignore_above=300),
        beginnings=Text(analyzer="beginnings", search_analyzer="beginnings_query", norms=False),
    )
    aliases = text(whole=Keyword(normalizer="whole", ignore_above=300))
    phrases = text(whole=Keyword(normalizer="whole", ignore_above=300))
    headings = text()
    summary = text()
    body = text()
    related = text()
    spell = Text(analyzer="spell", norms=False)
    checksum = Keyword(index=False)

    class Meta:
        dynamic = "strict"


def mappings() -> dict[str, Any]:
    """Return the mapping, with the hash of the schema in `_meta`."""
    mapping: Mapping = IndexedDocument._doc_type.mapping
    return {**mapping.to_dict(), "dynamic": "strict"}


def index_settings(language: str) -> dict[str, Any]:
    """Return the settings of the index of one language."""
    return {
        "number_of_shards": 1,
        "number_of_replicas": settings.ELASTICSEARCH_REPLICAS,
        "refresh_interval": "1s",
        "analysis": analysis.settings(language),
    }


def schema_hash(language: str) -> str:
    """Return a short hash of mapping and analysis: another hash in the index means that a rebuild is needed."""
    content = json.dumps([mappings(), analysis.settings(language)], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def alias(language: str) -> str:
    """Return the name under which the index of a language is searched and written."""
    return f"{settings.SEARCH_INDEX_PREFIX}-{language}"
