"""The form of a learning outcome, opened from a gap: with the lab that may close it."""

from typing import Any

from django.dispatch import receiver
from django.http import HttpRequest

from curriculum.labs.models import LabPage
from curriculum.mapping.form_addresses import LAB
from curriculum.mapping.rows import OutcomeGroup, OutcomeLab, OutcomeTheme
from curriculum.models.outcome import OutcomePage
from portal.core.opened_forms import form_opened
from portal.core.saving import number


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
