"""The form of a learning outcome, opened from a gap: with the lab that may close it."""

from typing import Any
from urllib.parse import urlencode

from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from curriculum.labs.models import LabPage
from curriculum.mapping.rows import OutcomeGroup, OutcomeLab, OutcomeTheme
from curriculum.models.outcome import OutcomePage
from portal.core.opened_forms import form_opened
from portal.core.saving import number

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


@receiver(form_opened, sender=OutcomePage)
def link_the_lab(page: OutcomePage, request: HttpRequest, **kwargs: Any) -> None:
    """Fill in a lab that every visitor can read; a new outcome also gets its themes and training groups."""
    lab = LabPage.objects.read().filter(pk=number(request.GET.get(LAB))).first()
    if lab is None or not page.owns_facts:
        return
    rows: Any = page
    if any(row.lab_id == lab.pk for row in rows.labs.all()):
        return
    rows.labs.add(OutcomeLab(lab=lab))
    if page.pk is None:
        rows.themes = [OutcomeTheme(theme=row.theme, locale=page.locale) for row in lab.themes.all()]
        rows.groups = [OutcomeGroup(group=row.group) for row in lab.groups.all()]
