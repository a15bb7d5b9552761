"""The words a reader sees in a block of running text. Wagtail's own rendering without a template names its fields."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from django.utils.html import conditional_escape
from wagtail import blocks
from wagtail.blocks.field_block import BaseChoiceBlock, ChooserBlock
from wagtail.models import Page

from portal.core.locales import active_locale

INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "mark", "s", "strong", "sub", "sup", "u"})
"""Tags that may stand inside a word; every other tag ends one."""
BESIDE = frozenset({"cite", "q", "small", "span", "time", "label", "button"})
"""Tags that end a word but not a line."""
UNSEEN = frozenset({"script", "style", "template", "svg"})
"""What stands in these is not text."""
LAYERS = (blocks.BaseStreamBlock, blocks.ListBlock, blocks.BaseStructBlock)
"""Blocks of other blocks; an empty one says nothing."""
NOT_TEXT = (blocks.BooleanBlock, BaseChoiceBlock, blocks.URLBlock, blocks.RegexBlock, blocks.StaticBlock, *LAYERS)
"""Blocks that steer how something looks or where it leads; without a template of their own they say nothing."""
GAP = "\x00"
"""Where words end without a blank in the HTML."""
GAPS = re.compile(rf"(?P<before>[^\s{GAP}]?)[ \t]*{GAP}[ \t{GAP}]*(?P<after>[.,;:!?)\]”’»…]?)")


def shown_text(block: blocks.Block, value: object) -> str:
    """Return what a block shows with a value, a line for each paragraph, row or item; nothing but words a reader sees.

    A block with a template shows what its template does; any other is read through to the blocks inside it.
    """
    return "\n".join(text for text in _texts(block, value) if text)


def text_of(html: str) -> str:
    """Return the words of HTML, each apart as on the screen, a line for each element that is one."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    apart = GAPS.sub(_apart, "".join(reader.found))
    lines = (" ".join(line.split()) for line in apart.splitlines())
    return "\n".join(line for line in lines if line)


def _apart(gap: re.Match[str]) -> str:
    """Return the blank between two words; none at the start of a line, nor before a full stop or a comma."""
    before, after = gap["before"], gap["after"]
    return f"{before}{after}" if after or not before or before in "(“‘«" else f"{before} "


def _texts(block: blocks.Block, value: object) -> Iterator[str]:
    """Yield the words of a block, or of each block inside it when it has no template to say how they stand."""
    if value is None:
        return
    if block.get_template(value):
        yield text_of(conditional_escape(block.render(value)))
    elif inside := _inside(block, value):
        for child, of_child in inside:
            yield from _texts(child, of_child)
    elif isinstance(block, ChooserBlock):
        yield _name_of(value)
    elif not isinstance(block, NOT_TEXT):
        yield text_of(conditional_escape(block.render(value)))


def _inside(block: blocks.Block, value: Any) -> list[tuple[blocks.Block, Any]]:
    """Return the blocks inside a block, each with its value."""
    if isinstance(block, blocks.BaseStreamBlock):
        return [(child.block, child.value) for child in value]
    if isinstance(block, blocks.ListBlock):
        return [(block.child_block, item) for item in value]
    if isinstance(block, blocks.BaseStructBlock):
        return [(child, value.get(name)) for name, child in block.child_blocks.items()]
    return []


def _name_of(chosen: object) -> str:
    """Return the name of what was chosen, in the reader's language; nothing of a page that is not public."""
    if not isinstance(chosen, Page):
        return str(chosen)
    page = chosen if chosen.locale_id == active_locale().pk else chosen.localized
    return str(page.title) if page.live and not page.get_view_restrictions().exists() else ""


class _Words(HTMLParser):
    """Collects text, with a sign where a tag ends a word or a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note that a tag begins."""
        self.unseen += tag in UNSEEN
        self._note(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that holds nothing."""
        self._note(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note that a tag ends."""
        self.unseen = max(0, self.unseen - (tag in UNSEEN))
        self._note(tag)

    def handle_data(self, data: str) -> None:
        """Keep text that is seen."""
        if not self.unseen:
            self.found.append(" ".join(data.splitlines()) if data.strip() else " ")

    def _note(self, tag: str) -> None:
        if tag not in INLINE:
            self.found.append(GAP if tag in BESIDE else "\n")
