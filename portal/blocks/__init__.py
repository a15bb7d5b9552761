"""Blocks of running text: leaf blocks first, one stream of them last."""

from portal.blocks.story import StoryBlock

__all__ = ["StoryBlock"]
