"""The encoder of the setting `SEARCH_ENCODER`: `process`, an address, or `off`. A failing one is left alone a while."""

import logging
import time
from collections.abc import Sequence
from functools import lru_cache

from django.conf import settings

from search.meaning.contract import Encoder, EncoderAwayError, Vectors
from search.meaning.local import InProcess
from search.meaning.remote import AtAddress

log = logging.getLogger(__name__)

OFF, IN_PROCESS = "off", "process"
LONGEST_QUERY, LONGEST_PASSAGE = 300, 1500
"""Letters of a text that are read: more costs time and changes little."""
QUERIES_KEPT = 500
PAUSE = 15.0
"""Seconds in which visitors do without an encoder that failed."""


class _Rest:
    """Until when no visitor asks the encoder; each process finds out for itself."""

    until = 0.0
    why = ""


def is_on() -> bool:
    """Return whether anything is compared by meaning at all."""
    return bool(settings.SEARCH_ENCODER != OFF)


def current() -> Encoder:
    """Return the encoder of the settings; raises EncoderAwayError."""
    if not is_on():
        raise EncoderAwayError("it is off")
    return _made(settings.SEARCH_ENCODER)


@lru_cache(maxsize=4)
def _made(where: str) -> Encoder:
    return InProcess() if where == IN_PROCESS else AtAddress(where)


def of_passages(texts: Sequence[str]) -> Vectors:
    """Encode passages of pages; raises EncoderAwayError."""
    return current().encode([text[:LONGEST_PASSAGE] for text in texts], are_queries=False)


def of_query(words: str) -> Vectors:
    """Encode what a visitor asks; raises EncoderAwayError, at once when it failed a moment ago."""
    if time.monotonic() < _Rest.until:
        raise EncoderAwayError(_Rest.why)
    try:
        return _of_query(current().name, words[:LONGEST_QUERY])
    except EncoderAwayError as error:
        _Rest.until, _Rest.why = time.monotonic() + PAUSE, f"not asked: it failed a moment ago ({error})"
        log.warning("search goes on without meaning for %.0f seconds: %s", PAUSE, error)
        raise


@lru_cache(maxsize=QUERIES_KEPT)
def _of_query(_encoder: str, words: str) -> Vectors:
    return current().encode([words], are_queries=True)


def forget_failure() -> None:
    """Ask the encoder again at once, and know no vector by heart, as a new process."""
    _Rest.until = 0.0
    _of_query.cache_clear()
