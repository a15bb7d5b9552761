"""What the admin says about the other language when somebody publishes, moves or takes offline."""

from itertools import chain
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry, Page

from portal.core.translations.holding import HELD
from portal.core.translations.keeping import refresh_texts
from portal.core.translations.together import WENT_ALONG, delete_along, deleted_along, went_along
from portal.editorial.translations.admin_views import SubmitPage, UpdateTranslations, publish_in_the_translation_screen
from portal.editorial.translations.buttons import take_the_place_of_theirs
from portal.editorial.translations.languages import name_ones_own_languages
from portal.editorial.translations.report import Cockpit, what_changed
from portal.partners.access import localize
from portal.partners.access.policy import access_of
from portal.partners.access.view_rules import add_view_rules

take_the_place_of_theirs()
add_view_rules(
    {
        "submit_page": localize.submit_page,
        "update_translations": localize.update,
        "translations": localize.keeping,
        "translations_results": localize.keeping,
        "translation_changes": localize.kept_page,
    }
)
hooks.register("before_edit_page", name_ones_own_languages, order=-20)
hooks.register("before_edit_page", publish_in_the_translation_screen, order=-10)
hooks.register("before_edit_snippet", publish_in_the_translation_screen, order=-10)


@hooks.register("register_admin_urls", order=-10)
def our_screens_in_the_place_of_theirs() -> list[URLPattern]:
    """Answer at the addresses of wagtail-localize's own screens, before it."""
    return [
        path("localize/submit/page/<int:page_id>/", SubmitPage.as_view(), name="submit_page"),
        path("localize/update/<int:translation_source_id>/", UpdateTranslations.as_view(), name="update_translations"),
    ]


@hooks.register("register_admin_urls")
def table_of_pages_and_languages() -> list[URLPattern]:
    """Return the addresses of the table, and of what changed in one page."""
    return [
        path("vertalingen/", Cockpit.as_view(), name="translations"),
        path("vertalingen/resultaten/", Cockpit.as_view(results_only=True), name="translations_results"),
        path("vertalingen/<int:page_id>/<slug:language>/", what_changed, name="translation_changes"),
    ]


@hooks.register("register_reports_menu_item")
def menu() -> MenuItem:
    """Return the table among the reports."""
    return TranslationsMenuItem(
        Cockpit.page_title, reverse("translations"), icon_name="wagtail-localize-language", order=840
    )


class TranslationsMenuItem(MenuItem):
    """The table, for whoever keeps translations."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask what the door asks."""
        return localize.keeping(request, access_of(request.user))


@hooks.register("insert_editor_js")
def what_no_catalogue_reaches() -> str:
    """Give the translation screen the two labels it says in English only; `$1` and `$2` are the languages."""
    script = static("portal/js/translation-screen.js")
    words = (_("More actions"), _("Translation from $1 into $2"))
    return format_html('<script src="{}" data-more-actions="{}" data-title="{}" defer></script>', script, *words)


@hooks.register("after_edit_snippet")
def translators_see_what_changed(request: HttpRequest, instance: Model) -> None:
    """Bring the texts to translate up to date, rows included."""
    if hasattr(instance, "owns_facts") and instance.owns_facts:
        refresh_texts(instance)


@hooks.register("before_publish_page")
def note_what_is_offline(request: HttpRequest, page: Page) -> None:
    """Remember which translations went offline with the page."""
    if getattr(page, "owns_facts", False):
        waiting = Page.objects.filter(translation_key=page.translation_key, live=False, alias_of=None)
        found = waiting.exclude(pk=page.pk).exclude(first_published_at=None)
        request.offline_translations = [(other, went_along(other)) for other in found]  # type: ignore[attr-defined]


@hooks.register("after_publish_page")
def say_what_came_back(request: HttpRequest, page: Page) -> None:
    """Say which translations are on the site again, and which are not."""
    for translation, came_back in getattr(request, "offline_translations", ()):
        title = {"title": translation.title}
        if came_back:
            messages.info(request, _("The English page “%(title)s” is on the site again too.") % title)
        else:
            messages.warning(request, _("The English page “%(title)s” is still offline.") % title)


@hooks.register("after_unpublish_page")
def say_what_went_offline(request: HttpRequest, page: Page) -> None:
    """Say which translations went offline along."""
    others = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    for translation in others if getattr(page, "owns_facts", False) else ():
        if went_along(translation):
            title = {"title": translation.title}
            messages.info(request, _("The English page “%(title)s” went offline too.") % title)


@hooks.register("construct_translated_pages_to_cascade_actions")
def translations_are_deleted_along(pages: list[Page], action: str) -> dict[Page, list[Page]] | None:
    """Have Wagtail's own screen say how many translations go with a page, and delete them."""
    return deleted_along(pages) if action == "delete" else None


@hooks.register("before_bulk_action")
def translations_of_many_are_deleted_along(
    request: HttpRequest, action_type: str, objects: list[Any], action: BulkAction
) -> None:
    """Do the same for many pages at once, where Wagtail does not ask."""
    if action_type != "delete" or request.method != "POST" or not isinstance(next(iter(objects), None), Page):
        return
    for translation in chain.from_iterable(deleted_along(objects).values()):
        messages.info(request, _("The English page “%(title)s” was deleted too.") % {"title": translation.title})
    delete_along(objects, request.user)


@hooks.register("register_log_actions")
def entries_of_translations(actions: LogActionRegistry) -> None:
    """Show in the history of a translation why it went offline."""

    @actions.register_action(WENT_ALONG)
    class OfflineWithOriginalFormatter(LogFormatter):
        """Says that the Dutch page was the reason."""

        label = gettext_lazy("Went offline with the Dutch page")
        message = gettext_lazy("Went offline because the Dutch page did")

    @actions.register_action(HELD)
    class HeldFormatter(LogFormatter):
        """Says what was missing when its time came."""

        label = gettext_lazy("Not published at its time")

        def format_message(self, log_entry: BaseLogEntry) -> str:
            """Return the reason, as it was said then."""
            return str(log_entry.data["why"])
