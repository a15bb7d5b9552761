"""That a file was imported: which outcomes it changed, and how they were before."""

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class OutcomeImportQuerySet(models.QuerySet["OutcomeImport"]):
    """Questions about imports."""

    def last_within(self, partners: Collection[int | None]) -> "OutcomeImport | None":
        """Return the last import that is not undone yet and changed nothing outside the spaces of these partners."""
        outside = ImportedOutcome.objects.exclude(page__partner__in=partners).values("of_import")
        found = self.filter(undone_at=None, outcomes__isnull=False).exclude(pk__in=outside)
        return found.select_related("user").order_by("-pk").first()


class OutcomeImport(models.Model):
    """A file that was imported as a whole."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("imported by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("imported at"), auto_now_add=True)
    undone_at = models.DateTimeField(_("undone at"), null=True)

    objects = OutcomeImportQuerySet.as_manager()
    outcomes: Any

    class Meta:
        verbose_name = _("import of learning outcomes")
        verbose_name_plural = _("imports of learning outcomes")

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M}"


class ImportedOutcome(models.Model):
    """An outcome as it was before an import and as the import left it; it was new where there is no before."""

    of_import = models.ForeignKey(OutcomeImport, on_delete=models.CASCADE, related_name="outcomes")
    page = models.ForeignKey("curriculum.OutcomePage", on_delete=models.CASCADE, related_name="imports")
    before = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.CASCADE, related_name="+")
    after = models.ForeignKey("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    """Nobody touched the outcome since, as long as this is its latest revision."""

    class Meta:
        verbose_name = _("imported learning outcome")
        verbose_name_plural = _("imported learning outcomes")

    def __str__(self) -> str:
        return f"{self.of_import}: {self.page}"
