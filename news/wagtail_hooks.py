"""What the news app adds to the admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from news.desk import plans_panel


@hooks.register("construct_homepage_panels")
def plans_past_their_day(request: HttpRequest, panels: list[Component]) -> None:
    """Show which plans somebody would look at again by now."""
    panels.append(plans_panel())
