"""Rows of a learning outcome: its themes, its training groups and the labs that count."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from portal.core.models.facts import TranslatedRow
from portal.core.models.querysets import PortalPageQuerySet
from portal.core.models.related import RelatedRow, related_row


class OutcomeTheme(RelatedRow, TranslatedRow):
    """A theme an outcome belongs to, and how one shows the outcome within that theme."""

    page = ParentalKey("curriculum.OutcomePage", related_name="themes", on_delete=models.CASCADE)
    theme = models.ForeignKey(
        "curriculum.ThemePage", verbose_name=_("theme"), on_delete=models.CASCADE, related_name="outcome_rows"
    )
    verwerking = models.TextField(
        _("how you show it in this theme"), max_length=400, blank=True, help_text=_("Leave empty when it is the same.")
    )

    target = "theme"
    panels = [FieldPanel("theme"), FieldPanel("verwerking")]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("theme of an outcome")


OutcomeGroup = related_row(
    __name__,
    "OutcomeGroup",
    _("training group of an outcome"),
    on="curriculum.OutcomePage.groups",
    back="outcome_rows",
    group=("curriculum.TrainingGroup", _("training group")),
)
"""A training group an outcome is for."""

OutcomeLab = related_row(
    __name__,
    "OutcomeLab",
    _("lab of an outcome"),
    on="curriculum.OutcomePage.labs",
    back="outcome_rows",
    lab=("curriculum.LabPage", _("lab")),
)
"""A lab that counts for an outcome; decided by the institute."""


def outcome_pages() -> PortalPageQuerySet:
    """Return the outcomes, found from the rows that hang on them: what reads outcomes stands below their page type."""
    page: Any = OutcomeLab._meta.get_field("page")
    pages: PortalPageQuerySet = page.related_model.objects.all()
    return pages
