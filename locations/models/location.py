"""The location: a school where colleagues in training learn, and the space of that school."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager

from locations.ages import draw_ages
from locations.day_line import draw_day
from locations.models.contacts import contact_text, known_contacts
from locations.models.day import day_of
from locations.models.questions import answered, answers_text, question_pairs
from locations.models.rows import age_errors
from locations.models.travel import PLANNER
from locations.models.vocabularies import Characteristic, Gable, LocationStatus, Subject
from locations.querysets import LocationQuerySet
from locations.region import draw_region
from locations.space import published_below
from portal.core.blocks import StoryBlock
from portal.core.freshness import CheckEvery
from portal.core.kept_parts import kept_part
from portal.core.models.pages import PortalPage
from portal.core.models.vocabularies import PartnerKind
from portal.core.panels import SharedInlinePanel
from portal.core.reading import row_pairs
from portal.core.seo.json_ld import Data, school
from portal.partners.spaces import PartnerSpace
from search.documents import SearchDocument, page_document, stream_text


class LocationPage(PartnerSpace, PortalPage):
    """A school and everything it publishes: labs, stories, news, events, guides and pages of its own."""

    space_of = (PartnerKind.SCHOOL,)
    parent_page_types = ["locations.LocationIndexPage"]
    subpage_types = [
        "curriculum.LabPage",
        "news.StoryPage",
        "news.NewsPage",
        "news.EventPage",
        "home.GuidePage",
        "home.StandardPage",
    ]

    status = models.CharField(
        _("status"), max_length=12, choices=LocationStatus.choices, default=LocationStatus.JOINING
    )
    joins_from = models.DateField(_("joins from"), null=True, blank=True)
    town = models.CharField(_("town"), max_length=80, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=7, decimal_places=4, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=7, decimal_places=4, null=True, blank=True)
    coordinates_are_example = models.BooleanField(_("coordinates are an example"), default=False)
    age_from = models.PositiveSmallIntegerField(_("pupils from age"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("pupils up to age"), null=True, blank=True)
    characteristics = ArrayField(
        models.CharField(max_length=30, choices=Characteristic.choices),
        verbose_name=_("characteristics"),
        default=list,
        blank=True,
        help_text=_("Separated by commas."),
    )
    gable = models.CharField(_("gable"), max_length=12, choices=Gable.choices, default=Gable.PLAIN)

    what_is_different = models.TextField(
        _("what is different here"),
        max_length=400,
        blank=True,
        help_text=_("What will a colleague in training find only here?"),
    )
    for_whom = models.TextField(
        _("for whom and on which days"),
        max_length=400,
        blank=True,
        default="",
        db_default="",
        help_text=_("Who learns here, and on how many days of the week they are at school."),
    )
    team_text = models.TextField(_("the team"), max_length=600, blank=True)
    without_group_note = models.TextField(
        _("without a training group"),
        max_length=300,
        blank=True,
        help_text=_("What the route finder says as long as no training group meets here."),
    )
    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)
    to_complete = models.TextField(
        _("still to be completed"), blank=True, help_text=_("For editors only; one point a line.")
    )

    objects: ClassVar[Any] = PageManager.from_queryset(LocationQuerySet)()
    shared_fields = (
        *PortalPage.shared_fields,
        "status",
        "joins_from",
        "town",
        "latitude",
        "longitude",
        "coordinates_are_example",
        "age_from",
        "age_to",
        "characteristics",
        "gable",
        "contacts",
        "journeys",
    )

    is_creatable = True
    check_every = CheckEvery(6, _("Whom to ask, rooms and days change each half-year."))
    content_panels = [
        *PortalPage.intro_panels,
        FieldPanel("what_is_different"),
        FieldPanel("for_whom"),
        InlinePanel("day", heading=_("A day here"), label=_("moment")),
        FieldPanel("team_text"),
        FieldPanel("body"),
        InlinePanel("units", heading=_("Units and junior department"), label=_("unit")),
        SharedInlinePanel("journeys", heading=_("How to get there"), label=_("journey")),
        SharedInlinePanel("contacts", heading=_("Contact by task"), label=_("contact")),
        InlinePanel("questions", heading=_("What we do not know yet"), label=_("question")),
        FieldPanel("to_complete"),
    ]
    fact_panels = [
        *PartnerSpace.space_panels,
        MultiFieldPanel(
            [FieldPanel("status"), FieldPanel("joins_from"), FieldPanel("without_group_note")], heading=_("Status")
        ),
        MultiFieldPanel(
            [
                FieldPanel("town"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("coordinates_are_example"),
            ],
            heading=_("Place"),
        ),
        MultiFieldPanel([FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")])], heading=_("Pupils")),
        FieldPanel("characteristics"),
        FieldPanel("gable"),
    ]
    promote_panels = [*fact_panels, *PortalPage.promote_panels]

    class Meta:
        verbose_name = _("location")
        verbose_name_plural = _("locations")

    def wrong(self) -> dict[str, Any]:
        """Check the ages, the coordinates as a pair, and the date of a joining location."""
        errors = age_errors(self.age_from, self.age_to)
        if (self.latitude is None) != (self.longitude is None):
            errors["longitude"] = _("Fill in both coordinates, or neither.")
        if self.joins_from and self.status == LocationStatus.EXPLORED:
            errors["joins_from"] = _("A location that is being explored has no joining date yet.")
        return errors

    def unit_pairs(self) -> list[tuple[Any, Any]]:
        """Return the units as pairs of facts (ages, subjects) and text in the page's language."""
        return row_pairs(self, "units")

    @property
    def characteristic_labels(self) -> list[str]:
        """The characteristics in the reader's language."""
        return [str(Characteristic(code).label) for code in self.facts.characteristics]

    def missing_facts(self) -> list[Any]:
        """Return the names of what the location has not filled in yet."""
        facts = self.facts
        known = {
            _("for whom and on which days"): self.for_whom,
            _("a day here"): facts.day.all(),
            _("how to get there"): facts.journeys.all(),
            _("town"): facts.town,
            _("ages of the pupils"): facts.age_from,
            _("what is special about the school"): facts.characteristics,
            _("the team"): self.team_text,
            _("contact by task"): facts.contacts.all(),
        }
        return [name for name, value in known.items() if not value]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Gather what the rows of the location tell, what stands in its space, and in a preview what is missing."""
        return {
            **super().get_context(request, *args, **kwargs),
            **kept_part(request, self, "rows", self.told_by_rows),
            "missing": self.missing_facts() if getattr(request, "is_preview", False) else [],
            "published": [item for item in published_below(self) if item.key != "storypage"],
        }

    def told_by_rows(self) -> dict[str, Any]:
        """Gather the day and the units with their drawings, the way there, the contacts and the questions."""
        units, day, questions = self.unit_pairs(), day_of(self), question_pairs(self)
        return {
            "sectors": self.sector_codes,
            "units": units,
            "ages": draw_ages((text.name, facts.age_from, facts.age_to) for facts, text in units),
            "day": day,
            "day_line": draw_day(stop.facts.starts for stop in day),
            "day_is_example": any(stop.facts.is_example for stop in day),
            "journeys": list(self.facts.journeys.all()),
            "planner": PLANNER,
            "region": draw_region([self]),
            "contacts": known_contacts(self),
            "answered": answered(questions),
            "still_open": any(not facts.answered_on for facts, _text in questions),
        }

    def json_ld(self, site_url: str) -> Data:
        """Return what search engines may know: the school and its town; no person and no street."""
        return school(self.title, f"{site_url}{self.get_url()}", self.facts.town)

    @property
    def points_to_complete(self) -> list[str]:
        """What the location still has to fill in, a line each."""
        return [line.strip() for line in self.to_complete.splitlines() if line.strip()]

    def search_document(self) -> SearchDocument:
        """Return the location as a document, with its units and what makes it different."""
        units = [text for _facts, text in self.unit_pairs()]
        day = [text for _facts, text in row_pairs(self, "day")]
        facts = self.facts
        traits = [str(Characteristic(code).label) for code in facts.characteristics]
        subjects = [str(Subject(code).label) for unit, _text in self.unit_pairs() for code in unit.subjects]
        return page_document(
            self,
            "locatie",
            headings=tuple(unit.name for unit in units),
            body=" ".join(
                [
                    self.what_is_different,
                    self.for_whom,
                    stream_text(self.body),
                    self.team_text,
                    *(f"{stop.title} {stop.text}" for stop in day),
                    *(unit.text for unit in units),
                    *(str(journey) for journey in facts.journeys.all()),
                    contact_text(self),
                    answers_text(self),
                ]
            ),
            related=(facts.town, *traits, *subjects),
            locations=(self.content_key,),
        )
