"""Rows of a location page: units with their ages."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from locations.ages import OLDEST, YOUNGEST
from locations.models.vocabularies import Subject
from portal.core.models.facts import TranslatedRow


def age_errors(age_from: int | None, age_to: int | None) -> dict[str, Any]:
    """Return the errors of an age range by field; ages lie between 10 and 18 and go up."""
    errors: dict[str, Any] = {}
    if (age_from is None) != (age_to is None):
        errors["age_to" if age_to is None else "age_from"] = _("Fill in both ages, or neither.")
    elif age_from is not None and age_to is not None:
        if age_from < YOUNGEST:
            errors["age_from"] = _("Pupils in the house are at least 10 years old.")
        if age_to > OLDEST:
            errors["age_to"] = _("Pupils in the house are at most 18 years old.")
        elif age_from >= age_to:
            errors["age_to"] = _("The highest age must be above the lowest.")
    return errors


class LocationUnit(TranslatedRow):
    """A part of a school with its own ages, such as the junior department."""

    class Kind(models.TextChoices):
        """What sort of part."""

        UNIT = "unit", _("unit")
        JUNIOR = "junior-afdeling", _("junior department")

    page = ParentalKey("locations.LocationPage", related_name="units", on_delete=models.CASCADE)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.UNIT)
    name = models.CharField(_("name"), max_length=80)
    age_from = models.PositiveSmallIntegerField(_("from age"))
    age_to = models.PositiveSmallIntegerField(_("up to age"))
    groups = models.CharField(_("groups"), max_length=80, blank=True, help_text=_("For example: groep 7 en 8"))
    subjects = ArrayField(
        models.CharField(max_length=30, choices=Subject.choices),
        verbose_name=_("subjects"),
        default=list,
        blank=True,
        help_text=_("Only for a junior department, separated by commas."),
    )
    text = models.TextField(_("text"), max_length=600, blank=True)
    meet_text = models.TextField(
        _("how you get to know it"),
        max_length=600,
        blank=True,
        help_text=_("For colleagues who train for another sector."),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")]),
        FieldPanel("groups"),
        FieldPanel("subjects"),
        FieldPanel("text"),
        FieldPanel("meet_text"),
    ]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("unit")

    def __str__(self) -> str:
        return self.name

    @property
    def subjects_of_class_teacher(self) -> list[str]:
        """Subjects the class teacher gives, in the reader's language."""
        return [str(Subject(code).label) for code in self.subjects if not Subject(code).from_secondary]

    @property
    def subjects_from_secondary(self) -> list[str]:
        """Subjects that teachers from secondary education give, in the reader's language."""
        return [str(Subject(code).label) for code in self.subjects if Subject(code).from_secondary]

    def wrong(self) -> dict[str, Any]:
        """Check the ages, and that only a junior department lists subjects."""
        errors = age_errors(self.age_from, self.age_to)
        if self.subjects and self.kind != self.Kind.JUNIOR:
            errors["subjects"] = _("Only a junior department lists subjects.")
        return errors
