"""Blocks only the home page and guides use."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks import DraftableStream
from portal.core.blocks.words import WordsBlock


class EntryPointBlock(blocks.StructBlock):
    """One of the entry points on the home page: for whom, what they find, where it leads."""

    title = blocks.CharBlock(label=_("For whom"), max_length=60)
    text = blocks.TextBlock(label=_("What they find"), max_length=160)
    page = blocks.PageChooserBlock(label=_("Page"))
    address = blocks.CharBlock(
        label=_("Part of the page"),
        required=False,
        max_length=80,
        help_text=_("Only for a tool of that page, for example jouw-route/"),
    )

    class Meta:
        icon = "link"
        label = _("Entry point")


class EntryPointsBlock(DraftableStream):
    """The entry points on the home page."""

    door = EntryPointBlock()


class StepBlock(blocks.StructBlock):
    """One step of a guide."""

    title = blocks.CharBlock(label=_("Step"), max_length=100)
    text = WordsBlock(label=_("What you do"), features=["bold", "italic", "link", "ul", "ol"])
    page = blocks.PageChooserBlock(
        label=_("Where you do it"),
        required=False,
        help_text=_("A step that names something of the portal leads there."),
    )
    address = blocks.CharBlock(
        label=_("Part of the page"),
        required=False,
        default="",
        max_length=80,
        help_text=_("Only for a tool of that page, for example jouw-route/. Or without a page: /an-address/."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Step")


class StepsBlock(DraftableStream):
    """The steps of a guide, in order."""

    step = StepBlock()


class GuideExtraBlock(DraftableStream):
    """What a guide gives along to print or copy."""

    agenda = blocks.ListBlock(blocks.CharBlock(label=_("Item")), label=_("Agenda"), icon="date")
    invitation = blocks.TextBlock(label=_("Invitation to copy"), icon="mail")
    questions = blocks.ListBlock(blocks.CharBlock(label=_("Question")), label=_("Questions"), icon="help")
    checklist = blocks.ListBlock(blocks.CharBlock(label=_("Point")), label=_("Checklist"), icon="tasks")
    assignments = blocks.ListBlock(blocks.CharBlock(label=_("Assignment")), label=_("Assignments"), icon="pick")
