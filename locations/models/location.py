"""The location: a school where colleagues in training learn, and the space of that school."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager

from locations.querysets import LocationQuerySet
from portal.blocks import StoryBlock
from portal.models import PortalPage, TranslatedRow, row_pairs
from portal.panels import SharedInlinePanel
from portal.partners.spaces import PartnerSpace
from search.documents import SearchDocument, page_document, stream_text

YOUNGEST, OLDEST = 10, 18
"""Ages of pupils in the house (source: practice illustration, line 322)."""


class LocationStatus(models.TextChoices):
    """How far a location is."""

    ACTIVE = "actief", _("active")
    JOINING = "toetredend", _("joining")
    EXPLORED = "verkend", _("being explored")


class Characteristic(models.TextChoices):
    """What makes a learning environment different; a facet of the list of locations."""

    PO_AND_VO = "po-en-vo-onder-een-dak", _("primary and secondary together")
    JUNIOR = "juniorenklassen", _("junior classes")
    ROUTES = "persoonlijke-leerroutes", _("personal learning routes")
    DIPLOMA = "maatwerkdiploma", _("tailor-made diploma")
    MIXED = "gemengde-opleidingsgroep", _("mixed training group")
    MBO = "mbo-in-het-team", _("vocational colleagues in the team")
    OUTSIDE = "buiten-de-stad", _("outside the city of Utrecht")


class Gable(models.TextChoices):
    """The drawn gable of a location."""

    STEPPED = "tien", _("stepped gable")
    RISING = "doorn", _("rising roof")
    BARN = "maarsbergen", _("barn roof")
    BELL = "unic", _("bell gable")
    PLAIN = "huis", _("plain house")


class Subject(models.TextChoices):
    """Subjects of the junior department (source: practice illustration, lines 333-341)."""

    LANGUAGE = "taal", _("language")
    ARITHMETIC = "rekenen", _("arithmetic")
    SOCIAL = "sociale-vaardigheden", _("social skills")
    PHILOSOPHY = "filosofie", _("philosophy")
    SOCIETY = "mens-en-maatschappij", _("people and society")
    NATURE = "natuur-en-techniek", _("nature and technology")
    ART = "kunst-en-cultuur", _("art and culture")


class ContactTask(models.TextChoices):
    """What one can contact a location about."""

    MEET = "kennismaken", _("getting to know the location")
    LABS = "labs", _("questions about labs")
    HANDOVER = "warme-overdracht", _("warm handover")
    SAFARI = "schoolsafari", _("school safari")
    JOIN = "aansluiten", _("joining as a school")


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


class LocationPage(PartnerSpace, PortalPage):
    """A school and everything it publishes: labs, stories, news, events, guides and pages of its own."""

    parent_page_types = ["locations.LocationIndexPage"]
    subpage_types = [
        "curriculum.LabPage",
        "news.StoryPage",
        "news.NewsPage",
        "news.EventPage",
        "home.GuidePage",
        "home.StandardPage",
    ]

    status = models.CharField(_("status"), max_length=12, choices=LocationStatus.choices, default=LocationStatus.JOINING)
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
        _("what is different here"), max_length=400, blank=True, help_text=_("What will a colleague in training find only here?")
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
    )

    is_creatable = True
    content_panels = [
        *PortalPage.intro_panels,
        FieldPanel("what_is_different"),
        FieldPanel("body"),
        InlinePanel("units", heading=_("Units and junior department"), label=_("unit")),
        FieldPanel("team_text"),
        SharedInlinePanel("contacts", heading=_("Contact by task"), label=_("contact")),
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

    def clean(self) -> None:
        """Check the ages, the coordinates as a pair, and the date of a joining location."""
        super().clean()
        errors = age_errors(self.age_from, self.age_to)
        if (self.latitude is None) != (self.longitude is None):
            errors["longitude"] = _("Fill in both coordinates, or neither.")
        if self.joins_from and self.status == LocationStatus.EXPLORED:
            errors["joins_from"] = _("A location that is being explored has no joining date yet.")
        if errors:
            raise ValidationError(errors)

    def unit_pairs(self) -> list[tuple[Any, Any]]:
        """Return the units as pairs of facts (ages, subjects) and text in the page's language."""
        return row_pairs(self, "units")

    @property
    def points_to_complete(self) -> list[str]:
        """What the location still has to fill in, a line each."""
        return [line.strip() for line in self.to_complete.splitlines() if line.strip()]

    def search_document(self) -> SearchDocument:
        """The location as a document, with its units and what makes it different."""
        units = [text for _facts, text in self.unit_pairs()]
        facts = self.facts
        traits = [str(Characteristic(code).label) for code in facts.characteristics]
        subjects = [str(Subject(code).label) for unit, _text in self.unit_pairs() for code in unit.subjects]
        return page_document(
            self,
            "locatie",
            headings=tuple(unit.name for unit in units),
            body=" ".join(
                [self.what_is_different, stream_text(self.body), self.team_text, *(unit.text for unit in units)]
            ),
            related=(facts.town, *traits, *subjects),
            locations=(self.content_key,),
        )


class LocationUnit(TranslatedRow):
    """A part of a school with its own ages, such as the junior department."""

    class Kind(models.TextChoices):
        """What sort of part."""

        UNIT = "unit", _("unit")
        JUNIOR = "junior-afdeling", _("junior department")

    page = ParentalKey(LocationPage, related_name="units", on_delete=models.CASCADE)
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
        _("how you get to know it"), max_length=600, blank=True, help_text=_("For colleagues who train for another sector.")
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

    def clean(self) -> None:
        """Check the ages, and that only a junior department lists subjects."""
        super().clean()
        errors = age_errors(self.age_from, self.age_to)
        if self.subjects and self.kind != self.Kind.JUNIOR:
            errors["subjects"] = _("Only a junior department lists subjects.")
        if errors:
            raise ValidationError(errors)


class LocationContact(Orderable):
    """Where to go with one kind of question: an address of a function, never a private one."""

    page = ParentalKey(LocationPage, related_name="contacts", on_delete=models.CASCADE)
    task = models.CharField(_("about"), max_length=20, choices=ContactTask.choices)
    role = models.CharField(_("who answers"), max_length=80, help_text=_("A role, not the name of a person."))
    email = models.EmailField(_("e-mail address"), blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    panels = [FieldPanel("task"), FieldPanel("role"), FieldPanel("email"), FieldPanel("checked_on")]

    class Meta(Orderable.Meta):
        verbose_name = _("contact")

    def __str__(self) -> str:
        return self.get_task_display()
