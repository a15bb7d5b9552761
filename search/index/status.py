"""How search is doing, for people and for monitoring."""

from typing import Any

from django.db.models import Count, Min
from django.utils import timezone
from elasticsearch import ApiError, TransportError

from search import schema
from search.engines.breaker import reason
from search.engines.client import hosts, write_client
from search.index import names
from search.meaning import encoding
from search.models import SearchEvent, StoredDocument


def status() -> dict[str, Any]:
    """Return figures per language, the outbox, and whether everything is as it should be."""
    stored = dict(StoredDocument.objects.values_list("language").annotate(Count("pk")))
    found: dict[str, Any] = {
        "stored": {language: stored.get(language, 0) for language in schema.LANGUAGES},
        **outbox(),
        "engine": engine_status(),
        "meaning": encoding.status(),
    }
    found["ok"] = not found["dead_letters"] and found["lag_seconds"] < 60 and bool(found["engine"].get("ok"))
    return found


def outbox() -> dict[str, Any]:
    """Return how many changes wait, for how many seconds the oldest does, and how many were given up."""
    waiting = SearchEvent.objects.filter(dead=False).aggregate(count=Count("pk"), oldest=Min("created_at"))
    oldest = waiting["oldest"]
    return {
        "waiting": waiting["count"],
        "lag_seconds": round((timezone.now() - oldest).total_seconds(), 1) if oldest else 0.0,
        "dead_letters": SearchEvent.objects.dead_letters().count(),
    }


def engine_status() -> dict[str, Any]:
    """Return what Elasticsearch holds, or why it cannot say."""
    if not hosts():
        return {"ok": False, "away": "no address is set"}
    try:
        server = write_client().info()["version"]["number"]
        indices = {language: index_status(language) for language in schema.LANGUAGES}
    except (TransportError, ApiError) as error:
        return {"ok": False, "away": reason(error)}
    return {"ok": all(index["schema_ok"] for index in indices.values()), "version": server, "indices": indices}


def index_status(language: str) -> dict[str, Any]:
    """Return the active index of a language, its documents and whether its schema is the one of this code."""
    index = names.active(language)
    if index is None:
        return {"index": None, "documents": 0, "schema_ok": False}
    client = write_client()
    return {
        "index": index,
        "documents": int(client.count(index=index)["count"]),
        "schema_ok": names.schema_of(index) == schema.schema_hash(language),
    }
