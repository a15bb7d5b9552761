"""A lab of an earlier school year that goes on in a newer one: it stays readable, says so, and leads there."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from curriculum.rollover.models import LabEdition
from portal.core.models.pages import PortalPage
from portal.core.peers import asked_together
from portal.core.reading import localized


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a reader of an earlier edition has to know."""

    year: str
    current: Any
    """The lab as it is given now, in the reader's language."""


def _readable() -> QuerySet[LabEdition]:
    """Return the editions that every visitor can read: no other lab goes on in one."""
    return LabEdition.objects.filter(new__in=PortalPage.objects.live().public().values("pk"))


def goes_on() -> Exists:
    """Return the condition that a lab has a public edition in a newer school year."""
    return Exists(_readable().filter(old=OuterRef("pk")))


def went_on(lab: Any) -> bool:
    """Ask of one Dutch lab what `is_earlier` tells of a lab of the offer."""
    if not _has_newer(lab):
        return False
    return all(row.ends <= timezone.now() for row in lab.sessions.all())


@asked_together
def _has_newer(labs: list[Any]) -> dict[int, bool]:
    """Return which labs have a public edition in a newer school year."""
    earlier_ones = set(_readable().filter(old__in=[lab.pk for lab in labs]).values_list("old_id", flat=True))
    return {lab.pk: lab.pk in earlier_ones for lab in labs}


def is_earlier(lab: Any) -> bool:
    """Whether a lab of the offer has gone on in a newer school year and nothing of it is to come."""
    return bool(lab.facts.goes_on and not lab.coming)


def earlier(lab: Any) -> Earlier | None:
    """Return the year of an earlier edition and the lab as it is now; None for a current lab."""
    if not is_earlier(lab):
        return None
    steps = []
    edition = _next(lab.facts.pk)
    while edition is not None and edition not in steps:
        steps.append(edition)
        edition = _next(edition.new_id)
    return Earlier(steps[0].old_year, localized([steps[-1].new], lab.page.locale)[0]) if steps else None


def _next(page: int) -> LabEdition | None:
    later = _readable().filter(old=page).select_related("new__locale")
    return later.order_by("-new_year").first()
