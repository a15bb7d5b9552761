"""The form of a new school year, filled in with what is known of the next one."""

from datetime import date

from django.utils import timezone
from wagtail.snippets.views.snippets import CreateView

from curriculum.rhythm.models import CycleStart, SchoolBreak, SchoolYear
from curriculum.rhythm.proposal import propose_year
from curriculum.rhythm.weeks import monday_of


class ProposedYearView(CreateView):
    """A new school year begins with the holidays of the region; the editor changes what is different."""

    def get_initial_form_instance(self) -> SchoolYear:
        """Return the year after the last one that is known; an empty one while its holidays are not fixed."""
        return next_year()


def next_year() -> SchoolYear:
    """Return the school year after the last one, not yet stored, with its holidays, days off and first Monday."""
    latest = SchoolYear.objects.order_by("-starts").first()
    today = timezone.localdate()
    proposal = propose_year(latest.starts.year + 1 if latest else today.year)
    if proposal is None:
        return SchoolYear()
    year = SchoolYear(slug=proposal.slug, starts=proposal.year.first, ends=proposal.year.last)
    year.breaks = [
        SchoolBreak(
            name=item.name,
            name_en=item.name_en,
            starts=item.period.first,
            ends=item.period.last,
            is_holiday=item.is_holiday,
        )
        for item in sorted(proposal.breaks, key=lambda item: item.period.first)
    ]
    first = monday_of(proposal.year.first)
    year.cycle_starts = [CycleStart(starts=first), *_own_starts(latest, first)]
    return year


def _own_starts(latest: SchoolYear | None, first: date) -> list[CycleStart]:
    """Return the starts of locations that had one of their own last year: as many weeks after that of the house."""
    if latest is None:
        return []
    before = monday_of(latest.calendar().cycle_start)
    own = [row for row in latest.cycle_starts.all() if row.location]
    return [CycleStart(location=row.location, starts=first + (row.starts - before)) for row in own]
