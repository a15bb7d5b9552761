"""That a lab goes on in another school year: which page took over from which."""

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.core.content_cache import watch


class LabEditionQuerySet(models.QuerySet["LabEdition"]):
    """Questions about editions."""

    def judged(self) -> "LabEditionQuerySet":
        """Return the editions with `is_untouched`: still the draft that was made, never published or translated."""
        alike = Page.objects.filter(translation_key=OuterRef("new__translation_key"), alias_of=None)
        return self.select_related("new").annotate(
            is_translated=Exists(alike.exclude(pk=OuterRef("new_id"))),
            is_untouched=ExpressionWrapper(
                Q(
                    new__live=False,
                    new__first_published_at=None,
                    new__latest_revision=F("made_as"),
                    is_translated=False,
                ),
                output_field=models.BooleanField(),
            ),
        )


class LabEdition(models.Model):
    """A lab as it is in one school year, made from that of the year before.

    It stands beside the pages: a copy of a page, or an earlier revision, must not claim to be an edition.
    """

    old = models.ForeignKey("curriculum.LabPage", on_delete=models.CASCADE, related_name="later_editions")
    new = models.OneToOneField("curriculum.LabPage", on_delete=models.CASCADE, related_name="earlier_edition")
    old_year = models.SlugField(_("from school year"))
    new_year = models.SlugField(_("to school year"))
    made_as = models.PositiveIntegerField(_("revision as it was made"))
    """A draft whose latest revision is still this one has been touched by nobody."""

    is_untouched = False
    """Whether undoing may delete the draft; asked for all at once by `judged`."""

    objects = LabEditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition of a lab")
        verbose_name_plural = _("editions of a lab")
        constraints = [models.UniqueConstraint(fields=["old", "new_year"], name="one_edition_per_school_year")]

    def __str__(self) -> str:
        return f"{self.old_year} > {self.new_year}"


watch(LabEdition)
