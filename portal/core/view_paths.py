"""Addresses of views that stand in the frame of every page."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language


def path_to(name: str) -> str:
    """Return the address of a view that takes nothing, in the language of the reader.

    Which does not change while a process lives, and each page asks for a dozen.
    """
    return _path_to(name, get_language(), get_script_prefix())


@lru_cache(maxsize=500)
def _path_to(name: str, _language: str | None, _prefix: str) -> str:
    return reverse(name)
