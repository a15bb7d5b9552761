"""Blocks of running text: leaf blocks first, one stream of them last."""

from portal.core.blocks.story import StoryBlock

__all__ = ["StoryBlock"]
