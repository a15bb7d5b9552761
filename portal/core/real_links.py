"""Takes out of running text the links and pictures whose key is no key, wherever the text came from.

Rich text keeps a link to a page as `<a linktype="page" id="17">`. A tag that somebody forged, with a word, nothing or a
thousand digits for its key, makes Wagtail fail wherever it reads it: in its index of references, in the editor and on
the page. And what one reader takes for a key another does not. So a tag counts only when all readers see the same key,
written as the database writes it; of any other link the words stay.
"""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from wagtail.images.formats import get_image_format
from wagtail.rich_text.rewriters import extract_attrs

TAG = re.compile(r"""<(a|embed)\b(?:(?:[^>"']|"[^"]*"|'[^']*')*|[^>]*)>""", re.IGNORECASE)
KEY = re.compile(r"[1-9][0-9]{0,9}")
GREATEST = 2**31 - 1
"""The greatest number that PostgreSQL keeps in the integer column of a key."""
KINDS = ("page", "document")
NAMING = frozenset({"linktype", "embedtype", "id", "format"})
"""The attributes that name a thing; others, such as the words of a picture, may be written in many ways."""


def with_real_links(html: str) -> str:
    """Return running text as it is kept, without links and pictures that lead to nothing anybody could mean."""
    return TAG.sub(_real, html.replace("\x00", ""))


def _real(match: re.Match[str]) -> str:
    tag, said, read = match[0], _naming(extract_attrs(match[0])), _naming(_read(match[0]))
    if match[1].lower() == "a":
        is_link = "linktype" in said or "linktype" in read
        return tag if not is_link or (said == read and _is_real_link(said)) else "<a>"
    return tag if said == read and tag.endswith("/>") and _is_real_picture(said) else ""


def _is_real_link(said: dict[str, str]) -> bool:
    return said["linktype"] not in KINDS or _is_key(said.get("id", ""))


def _is_real_picture(said: dict[str, str]) -> bool:
    try:
        get_image_format(said.get("format", ""))
    except KeyError:
        return False
    return said.get("embedtype") == "image" and _is_key(said.get("id", ""))


def _is_key(text: str) -> bool:
    return bool(KEY.fullmatch(text)) and int(text) <= GREATEST


def _naming(attributes: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value or "" for name, value in attributes.items() if name in NAMING}


def _read(tag: str) -> dict[str, str | None]:
    """Return the attributes of a tag as a browser and the editor read them."""
    reader = _Reader()
    reader.feed(tag)
    return reader.attributes


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.attributes: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag says; of a name that stands there twice a browser takes the first."""
        self.attributes = dict(reversed(attrs))
