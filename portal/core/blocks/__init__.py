"""Blocks of running text: leaf blocks first, one stream of them last."""

from portal.core.blocks.story import StoryBlock
from portal.core.blocks.stream import DraftableStream

__all__ = ["DraftableStream", "StoryBlock"]
