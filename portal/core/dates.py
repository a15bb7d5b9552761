"""Days and moments as people write them: "9 december 2026 15:00", "09-12-2026", or ISO. Everything else is refused.

Wagtail's two date widgets stand in every form and filter of the admin, made by model forms, blocks, filters and
choosers alike. They are taught here to read; the field behind them refuses what stays unread and shows it as typed.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

DUTCH = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
ENGLISH = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
SHORT = {"mrt": 3, "mrt.": 3, "sept": 9, "okt": 10}
WEEKDAYS = r"(?:(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\.?,?\s+)?"
DAY = rf"{WEEKDAYS}(?P<day>\d{{1,2}})(?:\s*[-/.]\s*(?P<month>\d{{1,2}})\s*[-/.]\s*|[\s-]+(?P<name>[a-z]+)\.?[\s-]+)"
YEAR = r"(?P<year>\d{4}|\d{2})"
TIME = r"(?:,?\s+(?:om\s+)?(?P<hour>\d{1,2})(?:[:.u](?P<minute>\d{2})(?::(?P<second>\d{2}))?|(?=\s*u))\s*(?:u|uur)?)?"
WRITTEN = re.compile(DAY + YEAR + TIME, re.ASCII)


def month(name: str) -> int:
    """Return the number of a month by its name or the first three letters, Dutch or English; 0 when it is none."""
    if name in SHORT:
        return SHORT[name]
    for names in (DUTCH, ENGLISH):
        for number, full in enumerate(names, start=1):
            if name == full or name == full[:3]:
                return number
    return 0


def iso(text: str, with_time: bool) -> str | None:
    """Return a day or moment that people wrote, as ISO; None for what is none of the Dutch forms.

    The day comes first, always: 3-4-2026 is the third of April.
    """
    found = WRITTEN.fullmatch(" ".join(text.lower().split()))
    if not found or (found["hour"] and not with_time):
        return None
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    number = int(found["month"]) if found["month"] else month(found["name"])
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    try:
        day = date(year, number, int(found["day"]))
    except ValueError:
        return None
    if hour > 23 or minute > 59 or second > 59:
        return None
    return f"{day:%Y-%m-%d} {hour:02}:{minute:02}:{second:02}" if found["hour"] else f"{day:%Y-%m-%d}"


def _teach(widget: type[AdminDateInput | AdminDateTimeInput], with_time: bool) -> None:
    read_before = widget.value_from_datadict

    def read(
        self: AdminDateInput | AdminDateTimeInput, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> object:
        """Return what was typed, as ISO where it is a Dutch day or moment."""
        typed = read_before(self, data, files, name)
        return (iso(typed, with_time) or typed) if isinstance(typed, str) else typed

    widget.value_from_datadict = read


def teach_widgets() -> None:
    """Let Wagtail's widgets read Dutch days and moments; called once, when the site starts."""
    _teach(AdminDateInput, with_time=False)
    _teach(AdminDateTimeInput, with_time=True)
