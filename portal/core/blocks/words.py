"""Running text in a block, in which each link leads somewhere."""

from typing import Any

from django.core.exceptions import BadRequest
from wagtail import blocks
from wagtail.rich_text import RichText

from portal.core.real_links import with_real_links


class RealLinks:
    """Mixin, placed before a block of running text: takes forged links out, whichever road the text came by."""

    def to_python(self, value: str | None) -> RichText:
        """Read what is stored, in a page, a version or a translation."""
        return RichText(with_real_links(value or ""))

    def normalize(self, value: Any) -> RichText:
        """Take what code gives."""
        text: RichText = super().normalize(value)  # type: ignore[misc]
        return RichText(with_real_links(text.source))

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> RichText:
        """Read what was sent; raise BadRequest for what no editor in a browser sends."""
        try:
            text: RichText = super().value_from_datadict(data, files, prefix)  # type: ignore[misc]
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as odd:
            raise BadRequest("no text of the editor") from odd
        return RichText(with_real_links(text.source))


class WordsBlock(RealLinks, blocks.RichTextBlock):
    """A sentence or some, with links."""

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Stand in migrations as the block of Wagtail's that it is: nothing is kept otherwise."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.RichTextBlock", args, kwargs
