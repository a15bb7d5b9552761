"""Making a backup: whole, or not at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management.base import CommandError
from django.utils import timezone

from portal.core.backup import archive, contents, programs, sealing, watching


@dataclass(frozen=True)
class Backup:
    """A backup that was made."""

    path: Path
    files: int
    size: int


def make(folder: Path, keys: Sequence[str] = ()) -> Backup:
    """Write a backup to a folder, encrypted when there are keys, and read it back; raises CommandError when it fails.

    The database is of one moment, and uploads of a little later: one that came meanwhile is too much, none too few.
    """
    if not folder.is_dir():
        raise CommandError(f"{folder} is no folder")
    readers = sealing.readers(keys)
    now = timezone.now()
    name = f"opleidingshuis-{now:%Y%m%dT%H%M%SZ}.tar"
    try:
        with TemporaryDirectory(dir=folder, prefix=".making-") as temporary:
            there = Path(temporary)
            programs.dump(there / archive.DUMP, contents.left_out())
            facts = {
                "made": now.isoformat(),
                "migrations": contents.migrations(),
                "settings": contents.settings_there(),
                "secret_key": contents.mark_of_secret_key(),
            }
            manifest = archive.pack(there / name, facts, _parts(there / archive.DUMP))
            archive.check(there / name)
            if readers:
                sealing.seal(there / name, there / (name + sealing.SUFFIX), readers)
                name += sealing.SUFFIX
            (there / name).chmod(0o600)
            (there / name).rename(folder / name)
        watching.note(folder / name, now)
    except (OSError, archive.BrokenBackupError) as error:
        raise CommandError(f"No backup was made: {error}") from error
    return Backup(folder / name, len(manifest["files"]), (folder / name).stat().st_size)


def _parts(dump: Path) -> Iterator[tuple[str, Path]]:
    yield archive.DATABASE + archive.DUMP, dump
    for below in contents.media():
        yield f"{archive.MEDIA}{below.as_posix()}", Path(settings.MEDIA_ROOT) / below
