"""What visitors call days of the school year: the weeks of the rhythm and the holidays, each as it comes next."""

from datetime import date, timedelta

from curriculum.rhythm.models import SchoolBreak, SchoolYear
from curriculum.rhythm.weeks import CYCLE_LENGTH
from portal.core.content_cache import kept
from search.analysis.words import fold
from search.reading.days import Days


@kept(size=2)
def named_days(today: date) -> dict[str, Days]:
    """Return name → days, in both languages; a week or holiday that goes on now is the next."""
    years = SchoolYear.objects.of_the_house()
    found: dict[str, Days] = {}
    for number in range(1, CYCLE_LENGTH + 1):
        if monday := years.next_monday(number, today):
            found[f"week {number}"] = (monday, monday + timedelta(days=6))
    for name, name_en, first, last in (
        SchoolBreak.objects.filter(ends__gte=today).order_by("starts").values_list("name", "name_en", "starts", "ends")
    ):
        for text in filter(None, (name, name_en)):
            found.setdefault(fold(text), (first, last))
    return found
