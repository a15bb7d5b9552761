"""What the admin says about words: the list, the mark for a quotation, what is told while writing and after saving."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_localize.strings import INLINE_TAGS

from portal.core.blocks.text import QUOTATION
from portal.core.house_language.checking import some_of
from portal.core.house_language.finding import Finder
from portal.core.house_language.gate import refused
from portal.core.house_language.models import RefusedWord
from portal.editorial.house_language.admin_views import of_page, report
from portal.editorial.house_language.live_check import check
from portal.editorial.house_language.places import places_of
from portal.partners.access.policy import access_of
from portal.partners.access.rules import anyone, own_page
from portal.partners.access.view_rules import add_view_rules


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


add_view_rules({"house_language_check": anyone, "house_language_report": anyone, "house_language_page": own_page})


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses of the check and of the two screens."""
    return [
        path("woorden/", report, name="house_language_report"),
        path("woorden/nakijken/", check, name="house_language_check"),
        path("woorden/pagina/<int:page_id>/", of_page, name="house_language_page"),
    ]


@hooks.register("register_reports_menu_item")
def menu() -> MenuItem:
    """Return the item among the reports."""
    return MenuItem(_("Words of the house"), reverse("house_language_report"), icon_name="openquote", order=850)


@hooks.register("insert_editor_js")
def look_while_somebody_writes() -> str:
    """Add the script of the panel of checks to each form."""
    return format_html('<script type="module" src="{}"></script>', static("portal/js/house-language.js"))


@hooks.register("after_edit_page")
@hooks.register("after_create_page")
def say_which_words(request: HttpRequest, page: Page) -> None:
    """Name the words after saving a draft by hand, with the way to replace them: no script is needed for it."""
    by_itself = "application/json" in request.headers.get("Accept", "")
    if request.method != "POST" or by_itself or not (found := refused(page)):
        return
    way = messages.button(reverse("house_language_page", args=[page.pk]), gettext("Replace them"))
    told = gettext("Kept, but it cannot be published like this. %(words)s") % {"words": some_of(found)}
    messages.warning(request, told, buttons=[way])


@hooks.register("after_edit_snippet")
@hooks.register("after_create_snippet")
def say_where_a_word_stands(request: HttpRequest, instance: Any) -> None:
    """Say of a new or changed word where it stands already."""
    if not isinstance(instance, RefusedWord):
        return
    count = sum(1 for _place in places_of(access_of(request.user), Finder([instance.rule])))
    told = ngettext("The word stands in %(count)d place.", "The word stands in %(count)d places.", count)
    address = f"{reverse('house_language_report')}?word={instance.pk}"
    way = [messages.button(address, gettext("See where"))] if count else []
    messages.info(request, told % {"count": count}, buttons=way)


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
