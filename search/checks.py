"""System checks of search: versions and schema, asked only when somebody asks for them."""

from collections.abc import Sequence
from typing import Any

import elasticsearch
from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Warning, register
from elasticsearch import ApiError, TransportError

from search import schema
from search.engines.client import hosts, search_client
from search.index import names

TAG = "search"
SUPPORTED = {8: (8, 9)}
"""Client major → server majors, by Elastic's own table: an 8.x client talks to 8.x and 9.x servers."""


@register(TAG, deploy=True)
def check_engine(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Compare client and server, and the schema of the indices with the one of this code."""
    if not hosts():
        return [Warning("No ELASTICSEARCH_URL: search answers from PostgreSQL.", id="search.W001")]
    try:
        server = str(search_client().info()["version"]["number"])
        stale = [language for language in schema.LANGUAGES if is_stale(language)]
    except (TransportError, ApiError) as error:
        return [Warning(f"Elasticsearch cannot be reached: {error}", id="search.W002")]
    messages: list[CheckMessage] = []
    client = elasticsearch.__version__[0]
    if int(server.split(".")[0]) not in SUPPORTED.get(client, ()):
        messages.append(Error(f"The client is version {client}, the server {server}.", id="search.E001"))
    if stale:
        hint = "Run `manage.py search_rebuild`."
        messages.append(Warning(f"The index has another schema: {', '.join(stale)}.", hint=hint, id="search.W003"))
    return messages


def is_stale(language: str) -> bool:
    """Return whether a language has an index with another schema; a new cluster without an index is not stale."""
    index = names.active(language)
    return index is not None and names.schema_of(index) != schema.schema_hash(language)
