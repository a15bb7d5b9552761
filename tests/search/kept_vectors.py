"""Encodes the texts of the demo by the thousand, in a second: what they mean comes with the demo."""

from home.demo.load import VECTORS
from search.meaning import kept
from search.meaning.encoding import encode_all


def encode() -> None:
    """Encode all stored documents, reading only what the demo does not know the meaning of."""
    kept.read(VECTORS)
    encode_all()
