"""Blocks of the list of locations."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


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
    answers = blocks.ListBlock(FittingLocationBlock(), label=_("Locations that fit"))

    class Meta:
        icon = "help"
        label = _("Question")
