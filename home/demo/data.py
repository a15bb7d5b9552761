"""Reads the content of the demo site, one file per kind of thing."""

from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

FOLDER = Path(__file__).parent / "data"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times as quick where PyYAML came with its part in C."""
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@cache
def read(name: str) -> Any:
    """Return the content of one data file, named without its extension; read once, so never change it."""
    return yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=LOADER)


def source_lines(entry: dict[str, Any]) -> str:
    """Return the lines of the source an entry rests on, such as "145-175"; empty when it is invented."""
    lines = entry.get("source_lines")
    return "" if not lines else "-".join(str(line) for line in dict.fromkeys(lines))


def day(text: str | None) -> date | None:
    """Return the date of "2026-09-16" or of the first of the month "2022-09"."""
    if not text:
        return None
    return date.fromisoformat(text if len(text) > len("2022-09") else f"{text}-01")


def moment(on: str, at: str) -> datetime:
    """Return the moment of a date and a clock time in the Netherlands."""
    return datetime.combine(date.fromisoformat(on), time.fromisoformat(at), tzinfo=AMSTERDAM)
