"""Fixed lists about locations. Values are stable keys in addresses, data files and tests."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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

    @property
    def from_secondary(self) -> bool:
        """Whether a subject teacher from secondary education gives it; the class teacher gives the others."""
        return self not in (Subject.LANGUAGE, Subject.ARITHMETIC, Subject.SOCIAL)


class ContactTask(models.TextChoices):
    """What one can contact a location about."""

    MEET = "kennismaken", _("getting to know each other")
    LABS = "labs", _("questions about labs")
    HANDOVER = "warme-overdracht", _("warm handover")
    SAFARI = "schoolsafari", _("school safari")
    JOIN = "aansluiten", _("joining as a school")
