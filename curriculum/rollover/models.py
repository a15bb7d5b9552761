"""That a lab goes on in another school year: which page took over from which."""

from typing import Any

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Page, ReferenceIndex

from portal.core.content_cache import watch


class LabEditionQuerySet(models.QuerySet["LabEdition"]):
    """Questions about editions."""

    def judged(self) -> "LabEditionQuerySet":
        """Return the editions with `is_untouched`: still the draft that was made, and nothing leans on it."""
        alike = Page.objects.filter(translation_key=OuterRef("new__translation_key"), alias_of=None)
        return self.select_related("new").annotate(
            new_key=Cast("new_id", models.CharField()),
            is_translated=Exists(alike.exclude(pk=OuterRef("new_id"))),
            is_untouched=ExpressionWrapper(
                Q(
                    new__live=False,
                    new__first_published_at=None,
                    new__latest_revision=F("made_as"),
                    is_translated=False,
                )
                & ~_is_pointed_at(),
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


def _is_pointed_at() -> Q:
    """Whether rows of others, such as a story's, or the text of a page point at the draft: they would go with it.

    Both are asked: the index knows every text but hears of a row only once that is committed.
    """
    lab: Any = LabEdition._meta.get_field("new").related_model
    found = Q(new_key__in=_references())
    for relation in lab._meta.related_objects:
        is_row = relation.model is lab and not isinstance(relation.field, ParentalKey)
        if is_row and relation.name != "earlier_edition":
            rows = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("new_id")})
            found |= Q(Exists(rows))
    return found


def _references() -> models.QuerySet[ReferenceIndex, str]:
    """Return the keys of all pages that something else points at: read once, for whatever number of editions."""
    page = {"content_type__app_label": "wagtailcore", "content_type__model": "page"}
    pointing = ReferenceIndex.objects.filter(**{f"to_{name}": value for name, value in page.items()})
    itself = Q(**{f"base_{name}": value for name, value in page.items()}, object_id=F("to_object_id"))
    edition = Q(base_content_type__app_label="curriculum", base_content_type__model="labedition")
    return pointing.exclude(itself | edition).values_list("to_object_id", flat=True)


watch(LabEdition)
