"""What Wagtail shows an editor of ours beside its own screens, or in their place."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import LockedPagesPanel
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry, Page

from portal.core.models.users import User
from portal.editorial.bulk import PublishWhatIsComplete
from portal.editorial.dashboard import panels as desk_panels
from portal.editorial.first_steps import FirstSteps
from portal.editorial.guest_views import invite
from portal.editorial.guide import guide
from portal.partners.access.policy import access_of
from portal.partners.access.rules import anyone, core
from portal.partners.access.view_rules import add_view_rules
from portal.partners.review_status import turn_of

hooks.register("register_bulk_action", PublishWhatIsComplete, order=100)


@hooks.register("construct_homepage_panels", order=-10)
def our_first_screen(request: HttpRequest, panels: list[Any]) -> None:
    """Put our panels in the place of Wagtail's; of those only the pages one locked oneself stay."""
    kept = [panel for panel in panels if isinstance(panel, LockedPagesPanel)]
    panels[:] = [FirstSteps(), *desk_panels(), *kept]


@hooks.register("construct_homepage_summary_items", order=1000)
def no_counts_of_the_whole_site(request: HttpRequest, items: list[Any]) -> None:
    """Leave out how many pages and images there are: for a partner that number says nothing."""
    if not access_of(request.user).is_core:
        items.clear()


@hooks.register("before_edit_page")
def say_what_should_change(request: HttpRequest, page: Page) -> None:
    """Show the reason above a page that was returned; while it is looked over, its lock says whose turn it is."""
    state = page.current_workflow_state
    if request.method == "GET" and state is not None and state.status == state.STATUS_NEEDS_CHANGES:
        messages.warning(request, turn_of(page))


@hooks.register("insert_global_admin_css")
def lay_out_wide_tables_as_lists_on_a_phone() -> str:
    """Add the few rules of our own to the look of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/css/admin.css"))


add_view_rules({"guest_reviews": core, "guide": anyone})


@hooks.register("register_admin_urls")
def addresses_for_editors() -> list[URLPattern]:
    """Return the screen on which the core team asks somebody to read along, and our guide."""
    return [
        path("meelezen/<int:page_id>/", invite, name="guest_reviews"),
        path("handleiding/", guide, name="guide"),
    ]


@hooks.register("register_help_menu_item")
def our_guide() -> MenuItem:
    """Offer our own guide."""
    return MenuItem(gettext_lazy("Editor guide"), reverse("guide"), name="our-guide", icon_name="help", order=10)


@hooks.register("construct_help_menu", order=1000)
def no_guides_of_wagtail(request: HttpRequest, items: list[Any]) -> None:
    """Leave out the links to Wagtail's news and its guide, both in English."""
    items[:] = [
        item for item in items if not item.name.startswith("whats-new-in-wagtail") and item.name != "editor-guide"
    ]


@hooks.register("register_page_header_buttons")
def ask_a_guest(page: Page, user: User, next_url: str | None = None, **kwargs: Any) -> list[Button]:
    """Offer the core team the way there, from the menu of a page."""
    if not access_of(user).is_core or page.latest_revision_id is None:
        return []
    url = reverse("guest_reviews", args=[page.pk])
    return [Button(_("Ask somebody to read along"), url, icon_name="mail", priority=70)]


@hooks.register("register_log_actions")
def answers_in_the_history(actions: LogActionRegistry) -> None:
    """Show the answer of a guest in the history of the page."""

    @actions.register_action("portal.guest_review")
    class GuestReviewFormatter(LogFormatter):
        """Says who read along and what they found."""

        label = gettext_lazy("Read along")

        def format_message(self, log_entry: BaseLogEntry) -> str:
            """Return the answer in a sentence."""
            words = (
                _("%(name)s read along and found it right")
                if log_entry.data["decision"] == "approved"
                else _("%(name)s read along and asked for a change")
            )
            return words % {"name": log_entry.data["name"]}

        def format_comment(self, log_entry: BaseLogEntry) -> str:
            """Return the reason of a return."""
            return str(log_entry.data.get("reason", ""))
