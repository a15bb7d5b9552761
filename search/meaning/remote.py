"""An encoder at an address: a service with the OpenAI embeddings form, or an inference endpoint of Elasticsearch."""

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as DeadlineError
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import numpy as np
from django.conf import settings

from search.meaning.contract import EncoderAwayError, Vectors

QUERY_SECONDS, PASSAGE_SECONDS = 0.5, 60.0
"""A visitor waits for the first, the worker for the second."""
THREADS = 4


class AtAddress:
    """Asks over HTTP. An address with `/_inference/` in it speaks the language of Elasticsearch, any other OpenAI's."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._address = address
        self._is_inference = "/_inference/" in parts.path
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="encoder")
        self._model = settings.SEARCH_ENCODER_MODEL
        # Kept in the database beside the vectors and shown in the status, so without what lets one in.
        shown = urlunsplit((parts.scheme, parts.hostname or "", parts.path, "", ""))
        self.name = f"{shown} {self._model}".strip()[:100]

    def encode(self, texts: Sequence[str], are_queries: bool) -> Vectors:
        """Ask for all texts at once, and check that what comes back is what was asked for."""
        body = self._body(list(texts), are_queries)
        answer = self._in_time(body) if are_queries else self._ask(body, PASSAGE_SECONDS)
        try:
            rows = (
                answer["text_embedding"] if self._is_inference else sorted(answer["data"], key=lambda row: row["index"])
            )
            vectors = np.array([row["embedding"] for row in rows], dtype=np.float32)
        except (KeyError, TypeError, ValueError) as error:
            raise EncoderAwayError("the answer holds no vectors") from error
        if vectors.ndim != 2 or len(vectors) != len(texts) or not np.isfinite(vectors).all():
            raise EncoderAwayError("the answer holds other vectors than were asked for")
        return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), dtype=np.float32)

    def _body(self, texts: list[str], are_queries: bool) -> dict[str, Any]:
        if self._is_inference:
            return {"input": texts, "input_type": "search" if are_queries else "ingest"}
        # `input_type` is no part of OpenAI's form; servers of models that tell questions from texts read it.
        return {"input": texts, "model": self._model, "input_type": "query" if are_queries else "passage"}

    def _in_time(self, body: dict[str, Any]) -> Any:
        """Ask, and wait no longer in total: a socket's own limit begins anew with each byte."""
        try:
            return self._threads.submit(self._ask, body, QUERY_SECONDS).result(QUERY_SECONDS)
        except DeadlineError as error:
            raise EncoderAwayError("no answer in time") from error

    def _ask(self, body: dict[str, Any], seconds: float) -> Any:
        headers = {"Content-Type": "application/json"}
        if settings.SEARCH_ENCODER_KEY:
            scheme = "ApiKey" if self._is_inference else "Bearer"
            headers["Authorization"] = f"{scheme} {settings.SEARCH_ENCODER_KEY}"
        request = urllib.request.Request(self._address, json.dumps(body).encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=seconds) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise EncoderAwayError(f"status {error.code}") from error
        except (OSError, HTTPException, ValueError) as error:
            raise EncoderAwayError(f"{type(error).__name__}: {error}"[:200]) from error
