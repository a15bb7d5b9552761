"""Template tags: the offer of labs, training groups, outcomes and the rhythm, in the language of the page.

All of them share what one request has read (`curriculum.request_context`), so that a page that uses several costs as
many queries as the first one alone.
"""

from collections.abc import Iterable
from datetime import date

from django import template
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import get_language

from curriculum.labs.offer import LabOffering, OfferedSession
from curriculum.labs.rendered import rendered
from curriculum.mapping.outcomes import ListedOutcome
from curriculum.request_context import CurriculumContext, curriculum_context
from curriculum.rhythm.strip import RhythmStrip
from curriculum.rhythm.weeks import CYCLE_LENGTH, FRIDAY, WEEK
from portal.core.models.pages import PortalPage
from portal.partners.models import Partner

register = template.Library()
register.simple_tag(rendered)


def _curriculum(context: template.Context) -> CurriculumContext:
    return curriculum_context(context.get("request"))


@register.filter
def school_week(monday: date, length: str = "") -> str:
    """Return the days of a school week by its Monday: 23 – 27 november; with "short": 23 – 27 nov."""
    friday = monday + FRIDAY
    month = ("b" if get_language() == "nl" else "M") if length == "short" else "F"
    first = "j" if monday.month == friday.month else f"j {month}"
    return f"{date_format(monday, first)} – {date_format(friday, f'j {month}')}"


@register.simple_tag(takes_context=True)
def rhythm_strip(context: template.Context, location: PortalPage | None = None) -> RhythmStrip:
    """Return the three weeks around today: `weeks` (number, monday, friday, when, is_current, element), `holiday`.

    With a location: as they are there, when it begins its cycle on a day of its own.
    """
    return _curriculum(context).strip_at(location)


@register.simple_tag(takes_context=True)
def upcoming_sessions(context: template.Context, number: int) -> list[OfferedSession]:
    """Return the next sessions of the whole house."""
    return _curriculum(context).offer.upcoming(number)


@register.simple_tag(takes_context=True)
def labs_at(context: template.Context, location: PortalPage) -> list[LabOffering]:
    """Return the labs given at a location, given in any language: what can be visited there first comes first."""
    return _curriculum(context).offer.labs_at(location)


@register.filter
def pages_of(labs: Iterable[LabOffering]) -> list[PortalPage]:
    """Return the pages of labs: `{{ labs|pages_of }}`."""
    return [lab.page for lab in labs]


@register.simple_tag(takes_context=True)
def lab_days_at(context: template.Context, location: PortalPage) -> list[str]:
    """Return the days of the week on which there are labs at a location in the next three weeks, as words."""
    end = timezone.localdate() + CYCLE_LENGTH * WEEK
    coming = _curriculum(context).offer.upcoming(where=lambda session: session.is_at(location), before=end)
    return [str(WEEKDAYS[number]) for number in sorted({session.day.weekday() for session in coming})]


@register.filter
def next_at(lab: LabOffering, location: PortalPage) -> OfferedSession | None:
    """Return the next session of a lab at a location: `{% with session=lab|next_at:page %}`."""
    return lab.next_at(location)


@register.simple_tag(takes_context=True)
def labs_of_partner(context: template.Context, partner: Partner) -> list[LabOffering]:
    """Return the labs a partner gives, in its own space or together with another: the next one first."""
    return _curriculum(context).offer.labs_where(lambda lab: partner in lab.partners)


@register.simple_tag(takes_context=True)
def outcomes_of_partner(context: template.Context, partner: Partner) -> list[ListedOutcome]:
    """Return the learning outcomes of an institute by code, each with its `page`, `code`, `themes` and `labs`."""
    return [outcome for outcome in _curriculum(context).outcomes if outcome.partner == partner]
