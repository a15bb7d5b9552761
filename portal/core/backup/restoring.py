"""Putting a backup back: everything is checked first, and a database with something in it is not touched unasked."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from portal.core.backup import archive, contents, programs, sealing

Say = Callable[[str], object]


def restore(source: Path, key_file: Path | None, *, replace: bool, say: Say) -> None:
    """Put back the database and the uploads of a backup, and make anew what it left out.

    Raises CommandError before anything is touched when the backup is not whole, is newer than this code, or the
    database is in use and `replace` was not asked.
    """
    # Beside the backup: there is room for one at least, and it may hold what nobody else should read.
    with TemporaryDirectory(dir=source.parent, prefix=".restoring-") as temporary:
        there = Path(temporary)
        plain, dump = source, there / archive.DUMP
        try:
            if source.suffix == sealing.SUFFIX:
                plain = there / "plain.tar"
                sealing.unseal(source, plain, key_file)
            manifest = archive.check(plain)
            archive.unpack(plain, archive.DATABASE, there)
            if not programs.can_read(dump):
                raise archive.BrokenBackupError("the database in it cannot be read")
        except (OSError, archive.BrokenBackupError) as error:
            raise CommandError(f"{source.name} cannot be used: {error}. Nothing was changed.") from error
        _refuse_newer(manifest)
        _refuse_used(replace)
        _fill(plain, dump)
    say(f"{len(manifest['files'])} files of {manifest['made']} are back")
    _make_anew(say)
    for line in differences(manifest):
        say(line)


def _fill(plain: Path, dump: Path) -> None:
    """Put the parts in their places: uploads first, as those that no page knows of harm nobody."""
    try:
        archive.unpack(plain, archive.MEDIA, Path(settings.MEDIA_ROOT))
        programs.put_back(dump)
    except (OSError, archive.BrokenBackupError) as error:
        raise CommandError(f"{error}. The database was not changed.") from error


def _refuse_newer(manifest: archive.Manifest) -> None:
    """Raise CommandError for a backup whose tables this code does not know."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if unknown := sorted(set(manifest["migrations"]) - known):
        raise CommandError(f"This backup is of a newer version: {', '.join(unknown[:3])}. Nothing was changed.")


def _refuse_used(replace: bool) -> None:
    """Raise CommandError for a database that has tables, unless it may be replaced."""
    if not replace and connection.introspection.table_names():
        raise CommandError("The database is not empty. Add --replace to throw away what is in it.")


def _make_anew(say: Say) -> None:
    """Bring the tables up to date with this code, and fill those that were left out; what fails is told at the end."""
    cache.clear()
    call_command("migrate", interactive=False, verbosity=0)
    for command in contents.REBUILT:
        try:
            call_command(command, verbosity=0)
        except CommandError as error:
            say(f"Run manage.py {command} later: {error}")


def differences(manifest: archive.Manifest) -> list[str]:
    """Return what this machine has otherwise than the one that the backup is of."""
    found = []
    if absent := sorted(set(manifest["settings"]) - set(contents.settings_there())):
        found.append(f"Settings that the other machine had: {', '.join(absent)}")
    if manifest["secret_key"] != contents.mark_of_secret_key():
        found.append("SECRET_KEY is another one: everybody sets up the second factor again, and open invitations end")
    return found
