"""Blocks of the list of locations."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks import DraftableStream


class FittingLocationBlock(blocks.StructBlock):
    """A location that fits a question, and why."""

    location = blocks.PageChooserBlock(label=_("Location"), page_type="locations.LocationPage")
    reason = blocks.CharBlock(label=_("Why it fits"), max_length=160)

    class Meta:
        icon = "site"
        label = _("Location")


class DevelopmentQuestionBlock(blocks.StructBlock):
    """A question of somebody who is choosing a place to learn."""

    question = blocks.CharBlock(label=_("Question"), max_length=140)
    key = blocks.RegexBlock(
        regex=r"^[a-z0-9-]{1,60}$",
        label=_("Short name in addresses"),
        required=False,
        help_text=_("Small letters, digits and dashes. The page of the question keeps this address in every language."),
    )
    answers = blocks.ListBlock(FittingLocationBlock(), label=_("Locations that fit"))

    class Meta:
        icon = "help"
        label = _("Question")


class DevelopmentQuestionsBlock(DraftableStream):
    """Questions in the order in which visitors read them."""

    question = DevelopmentQuestionBlock()

    def clean(self, value: Any) -> Any:
        """Refuse two questions with one key: an address leads to one of them only."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and (errors := _same_keys(cleaned)):
            raise blocks.StreamBlockValidationError(block_errors=errors)
        return cleaned


def _same_keys(questions: Any) -> dict[int, ValidationError]:
    """Return what is wrong with questions whose key another one above has already, by their place in the list."""
    seen: set[str] = set()
    errors: dict[int, ValidationError] = {}
    for place, question in enumerate(questions):
        key = question.value.get("key")
        if key and key in seen:
            wrong = ValidationError(_("Another question above has this short name. Choose a different one."))
            errors[place] = blocks.StructBlockValidationError(block_errors={"key": wrong})
        seen.add(key)
    return errors
