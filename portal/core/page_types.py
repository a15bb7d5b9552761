"""The page types that exist, whichever app they stand in."""

from typing import TYPE_CHECKING

from django.apps import apps

if TYPE_CHECKING:
    from portal.core.models.pages import PortalPage


def page_types() -> "list[type[PortalPage]]":
    """Return the page types an editor can make."""
    base = apps.get_model("portal", "PortalPage")
    return [model for model in apps.get_models() if issubclass(model, base) and model is not base]
