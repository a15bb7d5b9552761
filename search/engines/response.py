"""Reads answers of Elasticsearch: plain JSON in, our own types out."""

import re
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from search.documents import Identity
from search.kinds import FACETS
from search.parsing import ParsedQuery
from search.results import EngineResponse, Hit, WordCounts

NAME = "elasticsearch"
WORD = "word"
"""Prefix of the aggregations that count the documents of each word."""
LIKELY = 0.7
"""Score of a correction from which it is offered: one letter wrong of four, two of seven."""
OPEN, CLOSE = "\ue000", "\ue001"
"""Marks as the engine sets them: private characters, which pass its escaping and stand in no text."""


def document_id(identity: Identity) -> str:
    """Return the id of an object in the index."""
    return f"{identity[0]}:{identity[1]}"


def identity_of(text: str) -> Identity:
    """Return the object of an id in the index."""
    kind, _, number = text.rpartition(":")
    return kind, int(number)


def problem(part: object) -> str:
    """Return what makes a part of an answer unusable, or nothing."""
    if not isinstance(part, dict):
        return "the answer is not a search result"
    if "error" in part:
        return f"status {part.get('status')}"
    if part.get("timed_out") or part.get("_shards", {}).get("failed"):
        return "the answer is incomplete"
    return "" if "hits" in part else "the answer holds no results"


def total(part: dict[str, Any]) -> int:
    """Return the number of results."""
    return int(part["hits"]["total"]["value"])


def answer(part: dict[str, Any], query: ParsedQuery, **extra: Any) -> EngineResponse:
    """Return one part as an EngineResponse."""
    aggregations = part.get("aggregations", {})
    counted = {facet.name: aggregations[facet.name] for facet in FACETS}
    # A facet that is counted among choices in others has its values one level deeper.
    counts = {name: buckets(found.get(name, found)) for name, found in counted.items()}
    hits = tuple(hit_of(found) for found in part["hits"]["hits"])
    return EngineResponse(engine=NAME, query=query, total=total(part), hits=hits, counts=counts, **extra)


def buckets(aggregation: dict[str, Any]) -> dict[str, int]:
    """Return value → count."""
    return {str(bucket["key"]): int(bucket["doc_count"]) for bucket in aggregation["buckets"]}


def hit_of(found: dict[str, Any]) -> Hit:
    """Return one hit, with the excerpt that shows the most different words of the query."""
    highlights = found.get("highlight", {})
    excerpts = [text for name in ("summary", "body") for text in highlights.get(name, ())]
    return Hit(
        identity=identity_of(found["_id"]),
        score=float(found.get("_score") or 0.0),
        title=highlighted(highlights["title"][0]) if "title" in highlights else None,
        excerpt=highlighted(max(excerpts, key=highlighted_words)) if excerpts else None,
        clauses=tuple(found.get("matched_queries", ())),
    )


def highlighted_words(text: str) -> int:
    """Return how many different words are highlighted."""
    return len({word.lower() for word in re.findall(f"{OPEN}(.+?){CLOSE}", text)})


def highlighted(text: str) -> SafeString:
    """Return text that the engine escaped, with its highlights as HTML."""
    # Safe: `encoder: html` escaped everything but our two private characters.
    return mark_safe(text.replace(OPEN, "<mark>").replace(CLOSE, "</mark>"))


def word_counts(part: dict[str, Any], words: list[str]) -> WordCounts:
    """Return for each word of the query how many documents hold it."""
    found = part.get("aggregations", {})
    return tuple((word, int(found[f"{WORD}{number}"]["doc_count"])) for number, word in enumerate(words))


def correction(words: str, part: dict[str, Any], mistyped: set[str]) -> str:
    """Return the query with its mistyped words replaced by words the index has, or nothing."""
    pieces, at, changed = [], 0, False
    for entry in part.get("suggest", {}).get("spell", ()):
        start, end = entry["offset"], entry["offset"] + entry["length"]
        likely = [option for option in entry["options"] if option["score"] >= LIKELY]
        if likely and entry["text"] in mistyped:
            pieces += [words[at:start], likely[0]["text"]]
            at, changed = end, True
    return "".join([*pieces, words[at:]]) if changed else ""
