"""The editor of formatted text, safe for editors who open a form at the same moment."""

from typing import Any

from django.forms import HiddenInput
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter


class RichTextArea(DraftailRichTextArea):
    """Wagtail's editor, which reads every text with a parser of its own.

    Wagtail 8.0 keeps one parser for each field of a block, and all threads of a process share it: of two editors who
    opened a form at once, one got an error or what the other one's page says (wagtail/wagtail#14573).
    """

    def format_value(self, value: Any) -> str:
        """Return stored text as the editor reads it."""
        text = HiddenInput.format_value(self, value) or ""
        return str(ContentstateConverter(self.features).from_database_format(text))
