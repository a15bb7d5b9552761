"""Where the form of a learning outcome is, with a lab filled in."""

from urllib.parse import urlencode

from django.urls import reverse
from wagtail.models import Page

LAB = "lab"
"""The part of the address that names a lab, by its number."""


def form_of(outcome: int, lab: int | None) -> str:
    """Return the address of the form of an outcome, with a lab filled in if given."""
    return _with(reverse("wagtailadmin_pages:edit", args=[outcome]), lab)


def form_of_new(space: Page, lab: int) -> str:
    """Return the address of the form of a new outcome, begun with a lab."""
    return _with(reverse("wagtailadmin_pages:add", args=["curriculum", "outcomepage", space.pk]), lab)


def _with(address: str, lab: int | None) -> str:
    return f"{address}?{urlencode({LAB: lab})}" if lab else address
