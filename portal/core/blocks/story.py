"""The one stream of running text every page type uses."""

from django.utils.translation import gettext_lazy as _

from portal.core.blocks.chosen import CardsBlock, FiguresBlock, PictureBlock
from portal.core.blocks.lists import FactsBlock, ItemsBlock, TableBlock, TimelineBlock
from portal.core.blocks.stream import DraftableStream
from portal.core.blocks.text import NoticeBlock, ParagraphBlock, QuoteBlock


class StoryBlock(DraftableStream):
    """Running text with what may stand between it: ten choices in three groups."""

    paragraph = ParagraphBlock(group=_("Words"))
    quote = QuoteBlock(group=_("Words"))
    notice = NoticeBlock(group=_("Words"))
    listing = ItemsBlock(group=_("Lists and tables"))
    facts = FactsBlock(group=_("Lists and tables"))
    table = TableBlock(group=_("Lists and tables"))
    timeline = TimelineBlock(group=_("Lists and tables"))
    figures = FiguresBlock(group=_("From elsewhere on the site"))
    cards = CardsBlock(group=_("From elsewhere on the site"))
    picture = PictureBlock(group=_("From elsewhere on the site"))

    class Meta:
        template = "blocks/story.html"
