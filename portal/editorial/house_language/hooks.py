"""The list of words that the house does not use, and the mark for somebody else's words in running text."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_localize.strings import INLINE_TAGS

from portal.core.blocks.text import QUOTATION
from portal.core.house_language.models import RefusedWord


class RefusedWordViewSet(SnippetViewSet):
    """Words the house does not use, and what it says instead."""

    model = RefusedWord
    icon = "cross"
    list_display = ["__str__", "language", "forms", "says", "advises"]
    list_filter = ["language", "advises"]
    menu_label = _("Words we do not use")
    add_to_admin_menu = True
    menu_order = 315


register_snippet(RefusedWordViewSet)
INLINE_TAGS.append("q")  # wagtail-localize would not translate a sentence with the mark


@hooks.register("register_rich_text_features")
def somebody_elses_words(features: FeatureRegistry) -> None:
    """Let an editor mark words as a quotation; what is marked is nobody's house language."""
    style = {"type": "QUOTATION", "icon": "openquote", "description": _("Quotation"), "element": "q"}
    features.register_editor_plugin("draftail", QUOTATION, InlineStyleFeature(style))
    rule = {
        "from_database_format": {"q": InlineStyleElementHandler("QUOTATION")},
        "to_database_format": {"style_map": {"QUOTATION": "q"}},
    }
    features.register_converter_rule("contentstate", QUOTATION, rule)
