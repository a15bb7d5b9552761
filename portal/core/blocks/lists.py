"""Blocks of several short things: lists, facts, a timeline, a table."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from portal.core.blocks.text import SHORT_FEATURES
from portal.core.blocks.words import WordsBlock


class ItemBlock(blocks.StructBlock):
    """One line of a list; what stands in front depends on the kind of list."""

    label = blocks.CharBlock(
        label=_("In front"),
        required=False,
        default="",
        max_length=80,
        help_text=_("A time for an agenda, a title for a step."),
    )
    text = WordsBlock(label=_("Text"), features=SHORT_FEATURES)

    class Meta:
        icon = "list-ul"
        label = _("Line")


class ItemsBlock(blocks.StructBlock):
    """A list to follow or tick off: agenda, checklist or steps. What a reader ticks is kept nowhere."""

    kind = blocks.ChoiceBlock(
        label=_("Kind of list"),
        choices=[("agenda", _("agenda")), ("checklist", _("checklist")), ("steps", _("numbered steps"))],
        default="checklist",
    )
    heading = blocks.CharBlock(label=_("Heading"), required=False, default="", max_length=80)
    lines = blocks.ListBlock(ItemBlock(), label=_("Lines"), min_num=1)

    class Meta:
        icon = "tasks"
        label = _("Agenda, checklist or steps")
        description = _("A list to follow or to tick off on paper.")
        template = "blocks/items.html"

        @staticmethod
        def preview_value() -> dict[str, Any]:
            """Return an agenda of two points."""
            lines = [
                ("15.00", gettext("Tell what you met in class.")),
                ("15.20", gettext("Practise the conversation.")),
            ]
            shown = [{"label": label, "text": RichText(f"<p>{text}</p>")} for label, text in lines]
            return {"kind": "agenda", "heading": gettext("Agenda of the lab"), "lines": shown}


class FactBlock(blocks.StructBlock):
    """A name and what it is."""

    term = blocks.CharBlock(label=_("Name"), max_length=80)
    value = blocks.CharBlock(label=_("What it is"), max_length=200)

    class Meta:
        icon = "table"
        label = _("Fact")


class FactsBlock(blocks.StructBlock):
    """Facts side by side: days, hours, ages."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, default="", max_length=80)
    facts = blocks.ListBlock(FactBlock(), label=_("Facts"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Facts")
        description = _("Names with what they are: days, hours, ages.")
        template = "blocks/facts.html"

        @staticmethod
        def preview_value() -> dict[str, Any]:
            """Return two facts."""
            facts = [
                {"term": gettext("Days at school"), "value": gettext("at least 2 or 3 a week")},
                {"term": gettext("Pupils"), "value": gettext("10 to 18 years")},
            ]
            return {"heading": "", "facts": facts}


class MomentBlock(blocks.StructBlock):
    """One moment on a timeline."""

    when = blocks.CharBlock(label=_("When"), max_length=60)
    text = WordsBlock(label=_("What happened"), features=SHORT_FEATURES)
    is_plan = blocks.BooleanBlock(label=_("Still a plan"), required=False)

    class Meta:
        icon = "calendar"
        label = _("Moment")


class TimelineBlock(blocks.StructBlock):
    """What happened and what is planned, in order of time."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, default="", max_length=80)
    moments = blocks.ListBlock(MomentBlock(), label=_("Moments"), min_num=1)

    class Meta:
        icon = "history"
        label = _("Timeline")
        description = _("What happened and what is planned; a plan gets an open square.")
        template = "blocks/timeline.html"

        @staticmethod
        def preview_value() -> dict[str, Any]:
            """Return one thing that happened and one plan."""
            joined, planned = gettext("A fourth location joins."), gettext("More work with the pabo.")
            moments = [
                {"when": "2022", "text": RichText(f"<p>{joined}</p>")},
                {"when": gettext("Plan"), "text": RichText(f"<p>{planned}</p>"), "is_plan": True},
            ]
            return {"heading": "", "moments": moments}


class TableBlock(blocks.StructBlock):
    """A simple table: a caption, a name for each column, and rows that begin with a name."""

    caption = blocks.CharBlock(label=_("What the table shows"), max_length=120)
    columns = blocks.ListBlock(blocks.CharBlock(label=_("Column"), max_length=60), label=_("Columns"), min_num=2)
    rows = blocks.ListBlock(
        blocks.ListBlock(blocks.CharBlock(label=_("Cell"), required=False, default="", max_length=200), label=_("Row")),
        label=_("Rows"),
        min_num=1,
    )

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Refuse a row with more or fewer cells than there are columns."""
        cleaned = super().clean(value)
        width = len(cleaned["columns"])
        if not self.is_deferred_validation and any(len(row) != width for row in cleaned["rows"]):
            message = _("Give every row as many cells as there are columns (%(width)s).")
            raise blocks.StructBlockValidationError({"rows": ValidationError(message, params={"width": width})})
        return cleaned

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A caption, columns, and rows that begin with a name.")
        template = "blocks/table.html"

        @staticmethod
        def preview_value() -> dict[str, Any]:
            """Return a table of two columns and two rows."""
            return {
                "caption": gettext("What happens in which week"),
                "columns": [gettext("Week"), gettext("What you do")],
                "rows": [["1", gettext("career and practical matters")], ["2", gettext("peer consultation")]],
            }
