"""Files that mean harm, made by code: nothing here is kept in the repository as it would be uploaded."""

from typing import NamedTuple

MARK = b"GEVAAR-7f3a"
"""Stands in whatever should not come through."""


class Hostile(NamedTuple):
    """A file under a name, and whether the portal has to refuse it; what it takes it must make harmless."""

    name: str
    content: bytes
    refused: bool = True
