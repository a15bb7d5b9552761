"""How words are cut and joined, per language: one module per language, one place that assembles the settings."""

from typing import Any

from search.analysis import dutch, english

CHAINS = {"nl": dutch, "en": english}

APOSTROPHES = {"type": "mapping", "mappings": ["’ => '", "‘ => '", "` => '", "´ => '"]}
"""Visitors and word processors write four different apostrophes; the analysers see one."""


def settings(language: str) -> dict[str, Any]:
    """Return the `analysis` part of the index settings of one language."""
    chain = CHAINS[language]
    return {
        "char_filter": {"apostrophes": APOSTROPHES},
        "filter": {
            **chain.FILTERS,
            "fold": {"type": "asciifolding"},
            "beginnings": {"type": "edge_ngram", "min_gram": 2, "max_gram": 20},
            "shorten": {"type": "truncate", "length": 20},
        },
        "normalizer": {
            "whole": {"type": "custom", "char_filter": ["apostrophes"], "filter": ["lowercase", "asciifolding"]}
        },
        "analyzer": {
            "text": _analyzer(*chain.INDEX),
            "query": _analyzer(*chain.QUERY),
            "exact": _analyzer("lowercase", "fold"),
            "spell": _analyzer("lowercase"),
            "beginnings": _analyzer("lowercase", "fold", "beginnings"),
            "beginnings_query": _analyzer("lowercase", "fold", "shorten"),
        },
    }


def _analyzer(*filters: str) -> dict[str, Any]:
    return {"type": "custom", "char_filter": ["apostrophes"], "tokenizer": "standard", "filter": list(filters)}
