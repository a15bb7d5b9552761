"""Rows of a learning outcome: its themes, its training groups and the labs that count."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from portal.core.models.facts import TranslatedRow
from portal.core.models.querysets import PortalPageQuerySet


class OutcomeTheme(TranslatedRow):
    """A theme an outcome belongs to, and how one shows the outcome within that theme."""

    page = ParentalKey("curriculum.OutcomePage", related_name="themes", on_delete=models.CASCADE)
    theme = models.ForeignKey(
        "curriculum.ThemePage", verbose_name=_("theme"), on_delete=models.CASCADE, related_name="outcome_rows"
    )
    verwerking = models.TextField(
        _("how you show it in this theme"), max_length=400, blank=True, help_text=_("Leave empty when it is the same.")
    )

    panels = [FieldPanel("theme"), FieldPanel("verwerking")]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("theme of an outcome")

    def __str__(self) -> str:
        return str(self.theme)


class OutcomeGroup(Orderable):
    """A training group an outcome is for."""

    page = ParentalKey("curriculum.OutcomePage", related_name="groups", on_delete=models.CASCADE)
    group = models.ForeignKey(
        "curriculum.TrainingGroup",
        verbose_name=_("training group"),
        on_delete=models.CASCADE,
        related_name="outcome_rows",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("training group of an outcome")

    def __str__(self) -> str:
        return str(self.group)


class OutcomeLab(Orderable):
    """A lab that counts for an outcome; decided by the institute."""

    page = ParentalKey("curriculum.OutcomePage", related_name="labs", on_delete=models.CASCADE)
    lab = models.ForeignKey(
        "curriculum.LabPage", verbose_name=_("lab"), on_delete=models.CASCADE, related_name="outcome_rows"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("lab of an outcome")

    def __str__(self) -> str:
        return str(self.lab)


def outcome_pages() -> PortalPageQuerySet:
    """Return the outcomes, found from the rows that hang on them: what reads outcomes stands below their page type."""
    page: Any = OutcomeLab._meta.get_field("page")
    pages: PortalPageQuerySet = page.related_model.objects.all()
    return pages
