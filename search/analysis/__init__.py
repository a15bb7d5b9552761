"""How words are cut and joined, per language: one module per language, one place that assembles the settings."""

from typing import Any

from portal.core.worded import PerLanguage
from search.analysis import dutch, english
from search.analysis.spelling import PLAIN

CHAINS = PerLanguage[Any](nl=dutch, en=english)

SIGNS = {"type": "mapping", "mappings": [f"{chr(sign)} => {plain}" for sign, plain in PLAIN.items()]}
"""Visitors and word processors write many apostrophes and quotation marks; the analysers see one of each."""
WORD = r"\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*"
"""What a word is, the same rule as in `search.analysis.words`; Elasticsearch's own tokenizer keeps "info.nl" whole."""


def settings(language: str) -> dict[str, Any]:
    """Return the `analysis` part of the index settings of one language."""
    chain = CHAINS[language]
    return {
        "char_filter": {
            "signs": SIGNS,
            "squeeze": {"type": "pattern_replace", "pattern": r"[^\p{L}\p{N}]+", "replacement": ""},
        },
        "tokenizer": {"words": {"type": "pattern", "pattern": WORD, "group": 0}},
        "filter": {
            **chain.FILTERS,
            "fold": {"type": "asciifolding"},
            "beginnings": {"type": "edge_ngram", "min_gram": 2, "max_gram": 20},
            "shorten": {"type": "truncate", "length": 20},
            "undotted": {"type": "pattern_replace", "pattern": r"\.", "replacement": ""},
            "unquoted": {"type": "pattern_replace", "pattern": "'", "replacement": ""},
            "neighbours": {"type": "shingle", "max_shingle_size": 3, "token_separator": ""},
        },
        "normalizer": {
            "whole": {"type": "custom", "char_filter": ["squeeze"], "filter": ["lowercase", "asciifolding"]}
        },
        "analyzer": {
            "text": _analyzer(*chain.INDEX),
            "query": _analyzer(*chain.QUERY),
            "exact": _analyzer("lowercase", "fold"),
            "spell": _analyzer("lowercase"),
            "beginnings": _analyzer("lowercase", "fold", "unquoted", "neighbours", "beginnings"),
            "beginnings_query": _analyzer("lowercase", "fold", "unquoted", "shorten"),
        },
    }


def _analyzer(*filters: str) -> dict[str, Any]:
    return {"type": "custom", "char_filter": ["signs"], "tokenizer": "words", "filter": ["undotted", *filters]}
