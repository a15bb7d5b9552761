"""Indices and their aliases: one active index per language, and during a rebuild a second one that is filled."""

from datetime import UTC, datetime

from elasticsearch import NotFoundError

from search import schema
from search.engines.client import write_client


def building_alias(language: str) -> str:
    """Return the alias of the index that is being built."""
    return f"{schema.alias(language)}-building"


def previous_alias(language: str) -> str:
    """Return the alias of the index that was active before, kept to go back to."""
    return f"{schema.alias(language)}-previous"


def behind(alias: str) -> tuple[str, ...]:
    """Return the indices an alias points at, newest first."""
    try:
        return tuple(sorted(write_client().indices.get_alias(name=alias).body, reverse=True))
    except NotFoundError:
        return ()


def active(language: str) -> str | None:
    """Return the index that is searched."""
    return next(iter(behind(schema.alias(language))), None)


def targets() -> dict[str, tuple[str, ...]]:
    """Return per language the indices that changes are written to: the active one and one being built."""
    return {
        language: behind(schema.alias(language)) + behind(building_alias(language)) for language in schema.LANGUAGES
    }


def new_name(language: str) -> str:
    """Return the name of a new index: its schema and the moment, so that names sort by age."""
    moment = datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")
    return f"{schema.alias(language)}-{moment}-{schema.schema_hash(language)}"


def create(language: str) -> str:
    """Make an empty index under the alias of those being built, and return its name."""
    name = new_name(language)
    write_client().indices.create(
        index=name,
        settings=schema.index_settings(language),
        mappings={**schema.mappings(), "_meta": {"schema": schema.schema_hash(language)}},
        aliases={building_alias(language): {}},
    )
    return name


def schema_of(index: str) -> str:
    """Return the schema hash an index was made with."""
    mapping = write_client().indices.get_mapping(index=index).body[index]["mappings"]
    return str(mapping.get("_meta", {}).get("schema", ""))
