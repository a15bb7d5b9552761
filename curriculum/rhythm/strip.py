"""The rhythm around today: which week it is, when the other weeks come, and what happens in each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from curriculum.page_urls import PageUrls
from curriculum.rhythm.models import SchoolBreak
from curriculum.rhythm.proposal import holiday_on
from curriculum.rhythm.weeks import CYCLE_LENGTH, FRIDAY, WEEK, SchoolYears, monday_of
from portal.core.worded import ENGLISH, worded


@dataclass(frozen=True, slots=True)
class StripWeek:
    """One of the three weeks, with its next date."""

    number: int
    monday: date
    weeks_away: int
    element: Any
    """The page about what happens in this week, in the reader's language; None when nobody wrote one."""

    @property
    def friday(self) -> date:
        """Last school day of the week."""
        return self.monday + FRIDAY

    @property
    def is_current(self) -> bool:
        """Whether this is the week of today."""
        return self.weeks_away == 0

    @property
    def when(self) -> str:
        """How far away the week is, in words; empty when it is further than two weeks."""
        return {0: _("This week"), 1: _("Next week"), 2: _("In two weeks")}.get(self.weeks_away, "")


class RhythmStrip:
    """The three weeks as a visitor sees them today; each part is looked up when it is asked for."""

    def __init__(self, years: SchoolYears, today: date, page_urls: PageUrls, is_own: bool = False) -> None:
        self.is_own = is_own
        self.years = years
        self.today = today
        self.page_urls = page_urls

    @property
    def week(self) -> int:
        """Number of this week, 0 when the rhythm rests."""
        return self.years.week(self.today)

    @cached_property
    def weeks(self) -> list[StripWeek]:
        """Return the three weeks in the order of the cycle; weeks that no school year has left are missing."""
        elements = self.page_urls.weeks
        found = []
        for number in range(1, CYCLE_LENGTH + 1):
            monday = self.years.next_monday(number, self.today)
            if monday is not None:
                away = (monday - monday_of(self.today)) // WEEK
                found.append(StripWeek(number, monday, away, elements.get(number)))
        return found

    @property
    def current(self) -> StripWeek | None:
        """The week of today; None when the rhythm rests."""
        return next((week for week in self.weeks if week.is_current), None)

    @property
    def following(self) -> tuple[int, date] | None:
        """The number and the Monday of the next week of the rhythm after this one."""
        later = [monday for monday in self.years.numbers if monday > self.today]
        return (self.years.numbers[min(later)], min(later)) if later else None

    @property
    def says(self) -> str:
        """Why the rhythm rests, or what is not known of it; empty in a week of the rhythm with all weeks known."""
        if not self.years.calendars:
            return ""
        why = "" if self.week else self._why_it_rests()
        planned = "" if len(self.weeks) == CYCLE_LENGTH else _("The next school year has not been planned yet.")
        return f"{why} {planned}".strip()

    def _why_it_rests(self) -> str:
        ours, of_region = self.holiday, holiday_on(monday_of(self.today))
        name = str(ours) if ours else ""
        if not ours and of_region:
            name = of_region.name_en if worded() == ENGLISH else of_region.name
        return _("%(holiday)s: the rhythm rests.") % {"holiday": name} if name else _("The rhythm rests this week.")

    @cached_property
    def holiday(self) -> SchoolBreak | None:
        """Return the holiday in which the rhythm rests this week, if that is why."""
        if self.week:
            return None
        monday = monday_of(self.today)
        return SchoolBreak.objects.filter(is_holiday=True, starts__lte=monday, ends__gte=monday).first()
