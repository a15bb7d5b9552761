"""A backup that was not made last night, is gone or is broken sets off an alarm; a whole one of last night does not."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.utils import timezone

from portal.core.backup.watching import NOTE
from tests.alarms import series_in, tripped

pytestmark = pytest.mark.usefixtures("committing_database")
TOKEN = {"authorization": "Bearer kijk-maar"}


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.HEALTH_TOKEN = "kijk-maar"
    settings.BACKUP_FOLDER = str(tmp_path)
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path


def told() -> str:
    """What /healthz says of backups; the alarm goes off exactly when it is not well."""
    client = Client()
    word = client.get("/healthz", headers=TOKEN).json()["parts"]["backup"]
    alarms = tripped(series_in(client.get("/metrics", headers=TOKEN).content.decode()), {})
    assert ("NoBackup" in alarms) == (word != "ok")
    return str(word)


def made(folder: Path) -> Path:
    call_command("backup", str(folder))
    return next(folder.glob("opleidingshuis-*.tar"))


def test_a_backup_of_last_night_is_well_and_an_older_one_an_alarm(folder: Path) -> None:
    assert told() == f"{NOTE} is not there"
    made(folder)
    assert told() == "ok"
    with time_machine.travel(timezone.now() + timedelta(hours=27)):
        assert told().startswith("none since ")


def test_a_backup_that_is_gone_or_cut_off_is_an_alarm(folder: Path) -> None:
    backup = made(folder)
    whole = backup.read_bytes()
    backup.write_bytes(whole[:-1])
    assert told() == f"{backup.name} has {len(whole) - 1} bytes, not {len(whole)}"
    backup.unlink()
    assert told() == f"{backup.name} is not there"
    for broken in ("", "[]", "{}", '{"name": "a"}', '{"name": "", "made": "morgen"}'):
        (folder / NOTE).write_text(broken)
        assert told() == f"{NOTE} cannot be read"


def test_a_night_in_which_no_backup_could_be_made_is_an_alarm(folder: Path, settings: Any) -> None:
    made(folder)
    with time_machine.travel(timezone.now() + timedelta(days=1, hours=3)):
        settings.POSTGRESQL_PROGRAMS = "/nowhere"
        with pytest.raises(CommandError):
            call_command("backup", str(folder))
        assert told().startswith("none since ")


def test_nothing_is_told_where_backups_are_kept_elsewhere(folder: Path, settings: Any) -> None:
    settings.BACKUP_FOLDER = ""

    assert told() == "ok"


def test_a_backup_that_was_made_while_the_clock_was_ahead_says_nothing_of_last_night(folder: Path) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=30)):
        made(folder)
    assert told().startswith("none since ")
