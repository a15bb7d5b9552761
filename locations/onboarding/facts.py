"""The facts by which tasks tick and untick themselves: only what visitors can read counts, and only a partner's own."""

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from curriculum.models import CycleStart, LabPage, LabSession, OutcomeLab, TrainingGroup
from locations.models.location import LocationPage
from locations.onboarding.registry import register_check
from news.models import StoryPage
from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.partners.models import Partner

LANGUAGE = "en"
"""The other language, in which readers who know no Dutch meet a location."""

CONTACT_IS_RIGHT = timedelta(days=183)
"""How long after somebody checked it a contact counts as right: half a year."""


def _on_the_site(pages: Any, partner: Partner) -> Any:
    """Return the Dutch pages of a partner that every visitor can read."""
    return pages.originals().live().public().filter(partner=partner)


def _space(partner: Partner) -> LocationPage | None:
    found: LocationPage | None = _on_the_site(LocationPage.objects.all(), partner).first()
    return found


@register_check("locatiepagina-live", _("the location page is published"))
def location_page(partner: Partner) -> int:
    """Count the location page when visitors can read it."""
    return int(_on_the_site(LocationPage.objects.all(), partner).count())


@register_check("locatiepagina-engels-live", _("the English location page is published"))
def english_page(partner: Partner) -> int:
    """Count the English location page when visitors can read it and none of it is Dutch."""
    pages = LocationPage.objects.live().public().filter(locale__language_code=LANGUAGE, alias_of=None)
    return int(pages.filter(partner=partner, holds_dutch=False).count())


@register_check("actieve-redacteuren", _("this many editors are active"))
def editors(partner: Partner) -> int:
    """Count the people who can write for the partner: its editors and authors whose account is open."""
    groups = [key for key in (partner.editors_id, partner.authors_id) if key]
    return User.objects.filter(is_active=True, groups__in=groups).distinct().count()


@register_check("teamblok-ingevuld", _("the team block is filled in"))
def team(partner: Partner) -> int:
    """Count the location page when it says who the team is."""
    return int(_on_the_site(LocationPage.objects.exclude(team_text=""), partner).count())


@register_check("contacten-gecontroleerd", _("each contact was checked in the last six months"))
def contacts(partner: Partner) -> int:
    """Count the contacts of the location page; none while one of them was not checked for half a year."""
    space = _space(partner)
    checked = [row.checked_on for row in space.contacts.all()] if space else []
    oldest = timezone.localdate() - CONTACT_IS_RIGHT
    return len(checked) if all(day and day >= oldest for day in checked) else 0


@register_check("ritme-ingesteld", _("the rhythm of the location is set"))
def rhythm(partner: Partner) -> int:
    """Count the starts of the cycle that hold at the location, its own or those of the house, in years not over."""
    space = _space(partner)
    if space is None:
        return 0
    here = Q(location=None) | Q(location=space.pk)
    return CycleStart.objects.filter(here, year__ends__gte=timezone.localdate()).count()


@register_check("labs-gepubliceerd", _("this many labs are published"))
def labs(partner: Partner) -> int:
    """Count the labs in the partner's space."""
    return int(_on_the_site(LabPage.objects.all(), partner).count())


@register_check("lab-met-leerresultaat", _("this many labs have a learning outcome"))
def labs_that_count(partner: Partner) -> int:
    """Count the labs that an institute lets count for a learning outcome that visitors can read."""
    rows = OutcomeLab.objects.filter(page__live=True, lab__in=_on_the_site(LabPage.objects.all(), partner))
    return rows.values("lab").distinct().count()


@register_check("lab-met-komende-sessie", _("this many labs have a session to come"))
def labs_to_come(partner: Partner) -> int:
    """Count the labs with a session that takes place and has yet to begin."""
    coming = LabSession.objects.public().filter(state=LabSession.State.PLANNED, starts__gte=timezone.now())
    return int(coming.filter(page__in=_on_the_site(LabPage.objects.all(), partner)).values("page").distinct().count())


@register_check("safari-opdracht-live", _("the safari assignment is published"))
def safari(partner: Partner) -> int:
    """Count the guides of the partner that are called after the school safari."""
    guides = PortalPage.objects.filter(content_type__model="guidepage", slug__icontains="safari")
    return int(_on_the_site(guides, partner).count())


@register_check("opleidingsgroep-gekoppeld", _("the location belongs to a training group"))
def groups(partner: Partner) -> int:
    """Count the training groups that meet at the location."""
    space = _space(partner)
    found = TrainingGroup.objects.filter(places__location=space.pk) if space else TrainingGroup.objects.none()
    return found.values("translation_key").distinct().count()


@register_check("verhaal-gepubliceerd", _("this many stories are published"))
def stories(partner: Partner) -> int:
    """Count the stories that the partner tells."""
    return int(_on_the_site(StoryPage.objects.all(), partner).count())
