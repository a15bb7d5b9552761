"""School years with their holidays and cycle starts, and the elements of the rhythm."""

from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Value
from django.db.models.functions import Coalesce, JSONObject
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from curriculum.rhythm.forms import SchoolYearForm
from curriculum.rhythm.weeks import FRIDAY, Calendar, Period, SchoolYears
from portal.core.blocks import StoryBlock
from portal.core.models.pages import PortalPage
from portal.core.reading import for_reader
from portal.core.worded import ENGLISH, worded
from search.documents import SearchDocument, page_document, stream_text

HOLIDAYS = models.Q(breaks__is_holiday=True)


class SchoolYearQuerySet(models.QuerySet["SchoolYear"]):
    """Questions about school years."""

    def of_the_house(self) -> SchoolYears:
        """Return the rhythm of the whole house over all years, and of each location (`at`), in one query."""
        starts = CycleStart.objects.filter(year=models.OuterRef("pk"))
        house_start = starts.filter(location=None).values("starts")[:1]
        own_starts = starts.exclude(location=None).order_by("sort_order", "pk")
        rows = self.annotate(
            house_start=Coalesce(models.Subquery(house_start), "starts"),
            rests_from=ArrayAgg("breaks__starts", filter=HOLIDAYS, order_by="breaks__starts", default=Value([])),
            rests_to=ArrayAgg("breaks__ends", filter=HOLIDAYS, order_by="breaks__starts", default=Value([])),
            own_starts=ArraySubquery(own_starts.values(json=JSONObject(key="location__content_key", day="starts"))),
        )
        return SchoolYears(
            tuple(
                Calendar(
                    cycle_start=year.house_start,
                    year=Period(year.starts, year.ends),
                    holidays=tuple(Period(*days) for days in zip(year.rests_from, year.rests_to, strict=True)),
                    own_starts=tuple((row["key"], date.fromisoformat(row["day"])) for row in year.own_starts),
                )
                for year in rows
            )
        )


class SchoolYear(ClusterableModel):
    """A school year of region Midden: its holidays, days off, and where the cycle of three weeks begins."""

    slug = models.SlugField(_("short name"), unique=True, help_text=_("For example 2026-2027"))
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))
    region = models.CharField(_("region"), max_length=20, default="Midden")
    is_example = models.BooleanField(_("example"), default=False)

    objects = SchoolYearQuerySet.as_manager()
    base_form_class = SchoolYearForm

    panels = [
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        FieldPanel("region"),
        InlinePanel("breaks", heading=_("Holidays and days off"), label=_("holiday or day off")),
        InlinePanel("cycle_starts", heading=_("Start of the cycle"), label=_("start")),
        FieldPanel("is_example"),
    ]

    class Meta:
        ordering = ["starts"]
        verbose_name = _("school year")
        verbose_name_plural = _("school years")

    def __str__(self) -> str:
        return self.slug

    def clean(self) -> None:
        """Refuse a year that ends before it begins, or that has days of another school year."""
        if not (self.starts and self.ends):
            return
        if self.ends <= self.starts:
            raise ValidationError({"ends": _("The last day must come after the first.")})
        others = SchoolYear.objects.exclude(pk=self.pk).filter(starts__lte=self.ends, ends__gte=self.starts)
        if other := others.first():
            field = "starts" if other.starts <= self.starts else "ends"
            raise ValidationError({field: _("This day already belongs to school year %(year)s.") % {"year": other}})

    def calendar(self, location_key: str = "") -> Calendar:
        """Return what the rhythm needs, for one location or for the whole house."""
        starts = {row.location_key: row.starts for row in self.cycle_starts.all()}
        holidays = [row for row in self.breaks.all() if row.is_holiday]
        return Calendar(
            cycle_start=starts.get(location_key) or starts.get("") or self.starts,
            year=Period(self.starts, self.ends),
            holidays=tuple(Period(row.starts, row.ends) for row in holidays),
        )


class SchoolBreak(Orderable):
    """Days without school. In a holiday the rhythm rests; a single day off leaves the week as it is."""

    year = ParentalKey(SchoolYear, related_name="breaks", on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("name in English"), max_length=60, blank=True)
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))
    is_holiday = models.BooleanField(_("holiday: the rhythm rests"), default=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("name_en"),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        FieldPanel("is_holiday"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("holiday or day off")

    def __str__(self) -> str:
        return self.local_name

    @property
    def local_name(self) -> str:
        """The name in the reader's language."""
        return self.name_en if worded() == ENGLISH and self.name_en else self.name

    def clean(self) -> None:
        """Refuse a break that ends before it begins, or that lies outside its school year."""
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("The last day cannot come before the first.")})
        refuse_outside(self, self.starts, "starts")
        refuse_outside(self, self.ends, "ends")


class CycleStart(Orderable):
    """The Monday on which week 1 begins, for the whole house or for one location."""

    year = ParentalKey(SchoolYear, related_name="cycle_starts", on_delete=models.CASCADE)
    location = models.ForeignKey(
        "locations.LocationPage",
        verbose_name=_("location"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Leave empty for the whole house."),
    )
    starts = models.DateField(_("week 1 begins on"))

    panels = [FieldPanel("location"), FieldPanel("starts")]

    class Meta(Orderable.Meta):
        verbose_name = _("start of the cycle")

    def __str__(self) -> str:
        return str(self.starts)

    @property
    def location_key(self) -> str:
        """Fixed key of the location, empty for the whole house."""
        return self.location.content_key if self.location_id and self.location else ""

    def clean(self) -> None:
        """Refuse a start on another day than Monday."""
        if self.starts and self.starts.weekday() != 0:
            raise ValidationError({"starts": _("The cycle starts on a Monday.")})
        # The first day of school may be later in that week.
        refuse_outside(self, self.starts and self.starts + FRIDAY, "starts")


def refuse_outside(row: SchoolBreak | CycleStart, day: date | None, field: str) -> None:
    """Raise a ValidationError for a day of a row that does not lie in the school year of the row."""
    year = row.__class__._meta.get_field("year").get_cached_value(row, default=None) or (row.year_id and row.year)
    if day and year and year.starts and year.ends and not year.starts <= day <= year.ends:
        raise ValidationError({field: _("This day does not lie in the school year.")})


class RhythmElementPage(PortalPage):
    """An element of the rhythm: what happens, how often, for whom and why."""

    class Cadence(models.TextChoices):
        """How often."""

        CYCLE = "driewekelijks", _("once in three weeks")
        WEEKLY = "wekelijks", _("every week")
        HALF_YEARLY = "halfjaarlijks", _("twice a year")
        YEARLY = "jaarlijks", _("once a year")
        AT_MOVE = "bij-overstap", _("when you move to another location")

    parent_page_types = ["home.StandardPage"]
    subpage_types: list[str] = []

    cadence = models.CharField(_("how often"), max_length=20, choices=Cadence.choices)
    week = models.PositiveSmallIntegerField(
        _("week of the cycle"), null=True, blank=True, choices=[(1, "1"), (2, "2"), (3, "3")]
    )
    purpose = models.CharField(_("what for"), max_length=200, blank=True)
    who = models.CharField(_("who takes part"), max_length=200, blank=True)
    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    shared_fields = (*PortalPage.shared_fields, "cadence", "week")

    is_creatable = True
    content_panels = [
        *PortalPage.intro_panels,
        FieldRowPanel([FieldPanel("cadence"), FieldPanel("week")]),
        FieldPanel("purpose"),
        FieldPanel("who"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("element of the rhythm")
        verbose_name_plural = _("elements of the rhythm")

    def clean(self) -> None:
        """Check that a week belongs to what happens once in three weeks, and only to that."""
        super().clean()
        in_cycle = self.cadence == self.Cadence.CYCLE
        if self.owns_facts and in_cycle != bool(self.week):
            raise ValidationError({"week": _("Fill in the week for what happens once in three weeks, and only then.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the Monday of the next week in which this happens, in the house and where the rhythm is another one.

        The first is None when no school year has one left.
        """
        years, today, week = SchoolYear.objects.of_the_house(), timezone.localdate(), self.facts.week or 0
        own = PortalPage.objects.filter(content_key__in=years.apart, content_type__model="locationpage")
        shown = for_reader(own.order_by("path"), self.locale) if years.apart else []
        return {
            **super().get_context(request, *args, **kwargs),
            "next_monday": years.next_monday(week, today),
            "own_mondays": [(page, years.at(page.content_key).next_monday(week, today)) for page in shown],
        }

    def search_document(self) -> SearchDocument:
        """Return the element as a document."""
        return page_document(self, "pagina", body=f"{self.purpose} {self.who} {stream_text(self.body)}".strip())
