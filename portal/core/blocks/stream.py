"""What every stream of blocks of ours is: one that can be checked as a draft beside others that are published."""

from threading import RLock
from typing import Any

from wagtail import blocks

_checking = RLock()


class DraftableStream(blocks.StreamBlock):
    """A stream that is checked by one thread at a time.

    Wagtail lets a draft lack things by changing the blocks themselves, which all streams and threads share, and changes
    them back afterwards. Two threads at once would refuse a draft, or let something unfinished be published from then
    on.
    """

    def clean(self, value: Any) -> Any:
        """Check what is published."""
        with _checking:
            return super().clean(value)

    def clean_deferred(self, value: Any) -> Any:
        """Check a draft."""
        with _checking:
            return super().clean_deferred(value)
