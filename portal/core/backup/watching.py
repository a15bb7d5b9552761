"""Whether there is a backup of last night, and whether it still is what was made."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from portal.core import probes

NOTE = "last-backup.json"
"""Beside the backups: which was made last, when, and how many bytes it has."""
OLD = timedelta(hours=26)
"""A night may begin a little later than the one before, and a backup may take an hour."""


def note(backup: Path, made: datetime) -> None:
    """Write down beside a backup that it was made whole."""
    told = {"name": backup.name, "made": made.isoformat(), "size": backup.stat().st_size}
    fresh = backup.with_name(f".{NOTE}")
    fresh.write_text(json.dumps(told))
    fresh.rename(backup.with_name(NOTE))


def backup() -> str:
    """Tell of a backup that was not made last night, is gone, or is shorter or longer than it was.

    Nothing is told where no folder is set. Every byte is read when one is made and when it is put back, not here.
    """
    if not settings.BACKUP_FOLDER:
        return ""
    folder = Path(settings.BACKUP_FOLDER)
    try:
        told = json.loads((folder / NOTE).read_text())
        made, size = datetime.fromisoformat(told["made"]), (folder / told["name"]).stat().st_size
    except FileNotFoundError as error:
        return f"{Path(error.filename).name} is not there"
    except (OSError, ValueError, KeyError, TypeError):
        return f"{NOTE} cannot be read"
    if size != told["size"]:
        return f"{told['name']} has {size} bytes, not {told['size']}"
    # One of a day to come was made while the clock was ahead, and says nothing of last night.
    return f"none since {made:%Y-%m-%d %H:%M}" if abs(timezone.now() - made) > OLD else ""


probes.WATCHED["backup"] = backup
