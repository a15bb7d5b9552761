"""What every sentence encoder does, wherever it runs."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
"""One row per text, each of length 1, so that the product of two rows says how near they are: 1 is the same."""


class EncoderAwayError(Exception):
    """There is no encoder now; the message says why in a few words."""


class Encoder(Protocol):
    """Makes vectors of texts. Vectors of encoders with different names say nothing about each other."""

    name: str

    def encode(self, texts: Sequence[str], are_queries: bool) -> Vectors:
        """Return a row per text; raises EncoderAwayError."""
        ...
