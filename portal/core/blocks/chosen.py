"""Blocks that show something kept elsewhere: figures, pages, an image."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from portal.core.locales import language_of
from portal.core.models.facts import readable


def in_reading_order(chosen: list[Any], found: list[Any]) -> list[Any]:
    """Return for each chosen object what was found of it, preferably in the reader's language."""
    best: dict[Any, Any] = {}
    for item in found:
        if item.translation_key not in best or language_of(item) == get_language():
            best[item.translation_key] = item
    return [best[item.translation_key] for item in chosen if item and item.translation_key in best]


class FiguresBlock(blocks.StructBlock):
    """Numbers of the house, each with its source. A number is kept once, so it is never typed here."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, default="", max_length=80)
    figures = blocks.ListBlock(SnippetChooserBlock("home.Figure", label=_("Figure")), label=_("Figures"), min_num=1)

    def get_context(self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add the figures in the reader's language, with one query; without any when they are in it already."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        chosen = [figure for figure in value["figures"] if figure]
        keys = [figure.translation_key for figure in chosen if get_language() != settings.LANGUAGE_CODE]
        figures = readable(apps.get_model("home.Figure")).filter(translation_key__in=keys).select_related("locale")
        found = [*(figure for figure in chosen if not figure.holds_dutch), *(figures if keys else ())]
        owners = {figure.translation_key: figure for figure in found if figure.owns_facts}
        context["figures"] = in_reading_order(chosen, found)
        for figure in context["figures"]:
            figure.facts = owners.get(figure.translation_key, figure)
        return context

    def get_preview_value(self) -> Any:
        """Return the first figures of the house."""
        figures = apps.get_model("home.Figure").objects.filter(locale__language_code="nl")[:3]
        return self.normalize({"heading": "", "figures": list(figures)})

    class Meta:
        icon = "order"
        label = _("Figures")
        description = _("Numbers of the house, with their source.")
        template = "blocks/figures.html"


class CardsBlock(blocks.StructBlock):
    """Pages to go on to. Title and summary come from the page, so that they stay right."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, default="", max_length=80)
    pages = blocks.ListBlock(blocks.PageChooserBlock(label=_("Page")), label=_("Pages"), min_num=1)

    def get_context(self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add the pages a visitor may see, in the reader's language."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        chosen = list(value["pages"])
        keys = [page.translation_key for page in chosen if page]
        pages = (
            apps.get_model("portal.PortalPage").objects.live().public().filter(translation_key__in=keys, alias_of=None)
        )
        context["pages"] = in_reading_order(chosen, list(pages.select_related("locale")))
        return context

    def get_preview_value(self) -> Any:
        """Return the first pages of the menu."""
        pages = apps.get_model("portal.PortalPage").objects.live().in_menu().filter(locale__language_code="nl")[:3]
        return self.normalize({"heading": "", "pages": [page.page_ptr for page in pages]})

    class Meta:
        icon = "doc-full-inverse"
        label = _("Pages to go on to")
        description = _("Links to other pages, with their summary.")
        template = "blocks/cards.html"


class PictureBlock(blocks.StructBlock):
    """An image, with words for who cannot see it."""

    image = ImageChooserBlock(label=_("Image"))
    alt_text = blocks.CharBlock(
        label=_("What it shows"),
        required=False,
        default="",
        max_length=200,
        help_text=_("For readers who do not see the image. Leave empty only when it is decoration."),
    )
    decorative = blocks.BooleanBlock(label=_("Only decoration"), required=False)
    caption = blocks.CharBlock(label=_("Caption"), required=False, default="", max_length=200)

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Ask what the image shows, unless it is decoration, and refuse one of people who did not agree."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if not cleaned["image"].consent:
            message = ValidationError(_("Tick at this image that the people in the picture agreed."))
            raise blocks.StructBlockValidationError({"image": message})
        if not cleaned.get("alt_text") and not cleaned.get("decorative"):
            message = ValidationError(_("Write what the image shows, or tick that it is only decoration."))
            raise blocks.StructBlockValidationError({"alt_text": message})
        return cleaned

    def get_preview_value(self) -> Any:
        """Return the newest image."""
        image = get_image_model().objects.filter(consent=True).order_by("-pk").first()
        return self.normalize({"image": image, "alt_text": image.title if image else "", "caption": ""})

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("An image with a caption and its credit.")
        template = "blocks/picture.html"
