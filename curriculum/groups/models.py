"""Programme variants and training groups: small lists of the core team, each group with an address."""

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from curriculum.page_urls import address_of_group
from portal.core.models.facts import SharedFacts
from portal.core.models.phrases import Findable
from portal.core.models.related import RelatedRow, related_row, targets_of
from portal.core.models.vocabularies import Sector
from portal.core.translations.snippets import SharedSnippetForm
from search.documents import SearchDocument

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class StudyYear(models.TextChoices):
    """Years of a programme."""

    FIRST = "jaar-1", _("year 1")
    SECOND = "jaar-2", _("year 2")
    THIRD = "jaar-3", _("year 3")
    FOURTH = "jaar-4", _("year 4")
    NONE = "zonder-leerjaar", _("year not applicable")


def years_field(label: "StrOrPromise") -> ArrayField:
    """Return a field for several study years."""
    return ArrayField(models.CharField(max_length=20, choices=StudyYear.choices), verbose_name=label, default=list)


class VariantInstitute(RelatedRow):
    """An institute that offers a variant; some links are examples because the source names none."""

    owner, target = "variant", "partner"
    variant = ParentalKey("curriculum.ProgrammeVariant", related_name="institutes", on_delete=models.CASCADE)
    partner = models.ForeignKey(
        "portal.Partner", verbose_name=_("institute"), on_delete=models.CASCADE, related_name="variant_rows"
    )
    is_example = models.BooleanField(_("example"), default=False)

    class Meta(RelatedRow.Meta):
        verbose_name = _("institute of a variant")


class ProgrammeVariant(index.Indexed, SharedFacts, TranslatableMixin, ClusterableModel):
    """A way to become a teacher: full-time, part-time, career change, minor, master, vocational, pabo."""

    slug = models.SlugField(_("short name in addresses"), max_length=60)
    name = models.CharField(_("name"), max_length=120)
    explanation = models.CharField(
        _("what the name means"),
        max_length=160,
        blank=True,
        default="",
        db_default="",
        help_text=_("For somebody who hears the name for the first time. Leave empty when the name says it."),
    )
    level = models.CharField(_("level"), max_length=3, choices=Sector.choices)
    level_note = models.CharField(_("about the level"), max_length=200, blank=True)
    sectors = ArrayField(
        models.CharField(max_length=3, choices=Sector.choices), verbose_name=_("trains for"), default=list, blank=True
    )
    years = years_field(_("years"))
    funded = models.BooleanField(_("counts in the funding scheme"), default=True)
    without_group_note = models.TextField(
        _("without a training group"),
        max_length=400,
        blank=True,
        help_text=_("Why this variant has no group of its own."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_example = models.BooleanField(_("partly an example"), default=False)

    base_form_class = SharedSnippetForm
    shared_fields = ("slug", "level", "sectors", "years", "funded", "order", "is_example", "institutes")

    panels = [
        FieldPanel("name"),
        FieldPanel("explanation"),
        FieldPanel("level"),
        FieldPanel("level_note"),
        FieldPanel("sectors"),
        FieldPanel("years"),
        VariantInstitute.panel(_("Institutes")),
        FieldPanel("funded"),
        FieldPanel("without_group_note"),
        FieldPanel("order"),
        FieldPanel("is_example"),
        FieldPanel("slug"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("locale_id")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["order", "name"]
        verbose_name = _("programme variant")
        verbose_name_plural = _("programme variants")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="one_variant_per_slug_and_language")]

    def __str__(self) -> str:
        return self.name


GroupVariant = related_row(
    __name__,
    "GroupVariant",
    _("variant of a group"),
    on="curriculum.TrainingGroup.variants",
    back="group_rows",
    owner="group",
    variant=("curriculum.ProgrammeVariant", _("variant")),
)
"""A variant whose colleagues in training belong to a group."""


class GroupPlace(RelatedRow):
    """A location where members of a group work; the group may or may not meet there."""

    owner, target = "group", "location"
    group = ParentalKey("curriculum.TrainingGroup", related_name="places", on_delete=models.CASCADE)
    location = models.ForeignKey(
        "locations.LocationPage", verbose_name=_("location"), on_delete=models.CASCADE, related_name="group_rows"
    )
    meets_here = models.BooleanField(_("the group meets here"), default=True)

    class Meta(RelatedRow.Meta):
        verbose_name = _("location of a group")


class TrainingGroup(index.Indexed, Findable, SharedFacts, TranslatableMixin, ClusterableModel):
    """A group that learns together: variants × years × locations, and where it meets.

    The rows stand on the Dutch group only. A group whose members work elsewhere than where it meets
    (hbo year 1 meets at Academie Tien, also for Doorn and Maarsbergen) lists both.
    """

    slug = models.SlugField(_("short name in addresses"), max_length=60)
    name = models.CharField(_("name"), max_length=120)
    text = models.TextField(_("text"), max_length=600, blank=True)
    rule = models.TextField(_("rule in words"), max_length=400, blank=True)
    quote = models.TextField(_("quotation from the source"), max_length=400, blank=True)
    years = years_field(_("years"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    source_lines = models.CharField(_("lines in the source"), max_length=40, blank=True)

    base_form_class = SharedSnippetForm
    shared_fields = ("slug", "years", "order", "source_lines", "variants", "places")

    panels = [
        FieldPanel("name"),
        FieldPanel("text"),
        FieldPanel("rule"),
        *Findable.phrase_panels,
        FieldPanel("quote"),
        GroupVariant.panel(_("Variants")),
        FieldPanel("years"),
        GroupPlace.panel(_("Locations")),
        FieldPanel("order"),
        FieldPanel("source_lines"),
        FieldPanel("slug"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("locale_id")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["order", "name"]
        verbose_name = _("training group")
        verbose_name_plural = _("training groups")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="one_group_per_slug_and_language")]

    def __str__(self) -> str:
        return self.name

    def get_url(self) -> str:
        """Return the group's address below the live curriculum page of its language; empty without one."""
        return address_of_group(self)

    def search_document(self) -> SearchDocument | None:
        """Return the group as a document, found by its variants and locations; none while it has no address."""
        url = self.get_url()
        if not url:
            return None
        variants, locations = targets_of(self, GroupVariant, GroupPlace)
        return SearchDocument(
            object_type=self._meta.label_lower,
            object_id=self.pk,
            kind="opleidingsgroep",
            key=self.slug,
            language=self.locale.language_code,
            title=self.name,
            url=url,
            summary=self.text,
            body=self.rule,
            related=tuple(str(item) for item in [*variants, *locations]),
            locations=tuple(location.content_key for location in locations),
            groups=(self.slug,),
            variants=tuple(variant.slug for variant in variants),
        )
