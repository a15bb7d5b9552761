"""What Wagtail shows an editor of ours beside its own screens, or in their place."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.views.home import LockedPagesPanel

from portal.access.who import access_of
from portal.editors.bulk import PublishWhatIsComplete
from portal.editors.desk import panels as desk_panels
from portal.editors.first_steps import FirstSteps
from portal.editors.turns import turn_of

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
def say_what_should_change(request: HttpRequest, page: Any) -> None:
    """Show the reason above a page that was returned; while it is looked over, its lock says whose turn it is."""
    state = page.current_workflow_state
    if request.method == "GET" and state is not None and state.status == state.STATUS_NEEDS_CHANGES:
        messages.warning(request, turn_of(page))
