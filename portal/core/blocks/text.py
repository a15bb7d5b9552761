"""Blocks of words: running text, a quotation with its source, and a call-out."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from portal.core.blocks.words import RealLinks, WordsBlock
from portal.core.explained import explained

QUOTATION = "quotation"
"""The mark for somebody else's words within a sentence."""
TEXT_FEATURES = ["h2", "h3", "bold", "italic", QUOTATION, "link", "document-link", "ol", "ul"]
"""What an editor may do in running text; the look decides about the rest."""
SHORT_FEATURES = ["bold", "italic", "link"]
"""What an editor may do in a sentence or two."""


class ParagraphBlock(RealLinks, blocks.RichTextBlock):
    """Headings, sentences and lists."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    def render_basic(self, value: RichText, context: dict[str, Any] | None = None) -> SafeString:
        """Show the text with the words of the house explained where the page uses them first."""
        return explained(super().render_basic(value, context), context)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Headings, sentences and lists.")

        @staticmethod
        def preview_value() -> RichText:
            """Return a heading and two sentences."""
            heading = gettext("What is different here?")
            text = gettext("You meet pupils of all ages. Your team shows you where they come from.")
            return RichText(f"<h2>{heading}</h2><p>{text}</p>")


class QuoteBlock(blocks.StructBlock):
    """Somebody's own words, marked as a quotation, with who said it and where."""

    text = blocks.TextBlock(
        label=_("Quotation"), max_length=600, help_text=_("The exact words, without quotation marks.")
    )
    source = blocks.CharBlock(
        label=_("Source"), max_length=160, help_text=_("Who said it, or in which text it stands.")
    )
    source_lines = blocks.CharBlock(
        label=_("Lines in the source"), required=False, default="", max_length=40, help_text=_("For example 145-146.")
    )
    language = blocks.ChoiceBlock(
        label=_("Language of the quotation"), choices=[("nl", _("Dutch")), ("en", _("English"))], default="nl"
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's own words, with the source.")
        template = "blocks/quote.html"

        @staticmethod
        def preview_value() -> dict[str, str]:
            """Return a quotation of the practice illustration."""
            return {
                "text": "collega’s in opleiding werken vanuit praktijkconcerns en de theorie wordt daaraan gekoppeld",
                "source": gettext("Practice illustration"),
                "source_lines": "119-120",
                "language": "nl",
            }


class NoticeBlock(blocks.StructBlock):
    """Something that must not be missed, with at most one link."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=80)
    text = WordsBlock(label=_("Text"), features=SHORT_FEATURES)
    page = blocks.PageChooserBlock(label=_("Button leads to"), required=False)
    button = blocks.CharBlock(
        label=_("Words on the button"),
        required=False,
        default="",
        max_length=60,
        help_text=_("Begin with a verb: Bekijk de labs."),
    )

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Ask for the words when there is a page, and for the page when there are words."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if cleaned.get("page") and not cleaned.get("button"):
            raise blocks.StructBlockValidationError({"button": ValidationError(_("Write what the button does."))})
        if cleaned.get("button") and not cleaned.get("page"):
            raise blocks.StructBlockValidationError({"page": ValidationError(_("Choose where the button leads."))})
        return cleaned

    class Meta:
        icon = "warning"
        label = _("Call-out")
        description = _("Something that must not be missed, with at most one button.")
        template = "blocks/notice.html"

        @staticmethod
        def preview_value() -> dict[str, Any]:
            """Return a short call-out without a button."""
            text = gettext("We ask every colleague for a role in training. Read our vision first.")
            return {"heading": gettext("Does this fit your school?"), "text": RichText(f"<p>{text}</p>")}
