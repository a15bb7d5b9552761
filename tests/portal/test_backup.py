"""A site is put back on an empty machine from its backup, and a backup that is not whole changes nothing."""

import json
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, connections
from pyrage import x25519
from wagtail.images.tests.utils import get_test_image_file

from portal.core.backup import archive, contents, programs
from portal.core.backup.watching import NOTE
from portal.core.models.media import PortalDocument, PortalImage
from portal.core.models.users import User
from search.files.library import FILE, read_new
from tests.copies import drop_database, make_database, pointed_at
from tests.database_plugin import filled
from tests.portal.backups import empty_database, hashes

SECRET = "een-geheim-dat-nergens-mag-staan"


@pytest.fixture(scope="module")
def site(django_db_setup: Any, django_db_blocker: Any) -> Iterator[str]:
    """A database with a school in it; the test stands on it."""
    with django_db_blocker.unblock():
        name = make_database("backup", filled(connections["default"].settings_dict, ["house", "school"]))
    with pointed_at(name, django_db_blocker):
        yield name
    with django_db_blocker.unblock():
        drop_database(name)


@pytest.fixture
def media(site: str, settings: Any, tmp_path: Path) -> Path:
    """A folder of uploads with a document, a picture, and the picture in another size."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SECRET_KEY = SECRET
    settings.ELASTICSEARCH_URL = ""
    document = PortalDocument.objects.create(title="Rooster", file=ContentFile(b"maandag", "rooster.txt"))
    read_new([(FILE, document.pk)])
    PortalImage.objects.create(title="Lokaal", file=get_test_image_file("lokaal.png")).get_rendition("width-20")
    return tmp_path / "media"


@pytest.fixture
def elsewhere(media: Path, settings: Any, tmp_path: Path, django_db_blocker: Any) -> Iterator[Any]:
    """Go to a machine with nothing but the code."""
    empty_database("backup_elsewhere")

    def go() -> Path:
        settings.MEDIA_ROOT = tmp_path / "elsewhere"
        context.__enter__()
        return tmp_path / "elsewhere"

    context = pointed_at("backup_elsewhere", django_db_blocker)
    yield go
    if connections["default"].settings_dict["NAME"] == "backup_elsewhere":
        context.__exit__(None, None, None)
    drop_database("backup_elsewhere")


def backup(folder: Path, *options: str) -> Path:
    call_command("backup", str(folder), *options)
    (made,) = folder.glob("opleidingshuis-*")
    return made


def test_a_site_is_put_back_on_an_empty_machine_and_again_from_there(
    media: Path, elsewhere: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = hashes(media)
    made = backup(tmp_path)
    there = elsewhere()

    call_command("restore", str(made))

    after = hashes(there)
    assert {name: value for name, value in before.items() if not name.startswith("images/")} == after
    assert "another" not in capsys.readouterr().out
    made.unlink()
    call_command("restore", str(backup(tmp_path)), "--replace")
    assert hashes(there) == after


def test_a_backup_holds_no_secret_nor_what_is_made_anew(media: Path, tmp_path: Path) -> None:
    made = backup(tmp_path)
    with tarfile.open(made) as tar:
        *names, manifest = tar.getnames()
        said = tar.extractfile(manifest).read().decode()
    assert SECRET not in said
    assert any(name.startswith("media/documents/rooster") for name in names)
    assert not any(name.startswith("media/images/") for name in names)
    assert set(json.loads(said)["settings"]) <= contents.asked_for
    assert SECRET.encode() not in made.read_bytes()
    assert made.stat().st_mode & 0o077 == 0


def test_only_the_holder_of_the_key_reads_an_encrypted_backup(
    media: Path, elsewhere: Any, tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    before, key, other = User.objects.count(), x25519.Identity.generate(), x25519.Identity.generate()
    made = backup(tmp_path, "--for", str(key.to_public()))
    assert b"media/documents" not in made.read_bytes()
    (tmp_path / "key").write_text(f"# made today\n{key}\n")
    (tmp_path / "other").write_text(f"{other}\n")
    elsewhere()
    with pytest.raises(CommandError, match="--key"):
        call_command("restore", str(made))
    with pytest.raises(CommandError, match="cannot be decrypted"):
        call_command("restore", str(made), key=tmp_path / "other")
    assert connection.introspection.table_names() == []

    settings.SECRET_KEY = "een-ander"
    call_command("restore", str(made), key=tmp_path / "key")

    assert User.objects.count() == before
    assert "SECRET_KEY is another one" in capsys.readouterr().out


def cut(whole: bytes, sealed: bool) -> bytes:
    return whole[: len(whole) // 2]


def without_an_end(whole: bytes, sealed: bool) -> bytes:
    return whole[:-15_000] if not sealed else whole[:-1]


def with_another_byte(whole: bytes, sealed: bool) -> bytes:
    return changed(whole, whole.index(b"maandag") if not sealed else len(whole) // 2)


def changed(whole: bytes, at: int) -> bytes:
    return whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]


def with_another_word_in_the_manifest(whole: bytes, sealed: bool) -> bytes:
    return whole.replace(b'"made"', b'"mode"') if not sealed else changed(whole, 200)


def nothing(whole: bytes, sealed: bool) -> bytes:
    return b""


def something_else(whole: bytes, sealed: bool) -> bytes:
    return b"PK\x03\x04" + os.urandom(5000)


DAMAGES = [cut, without_an_end, with_another_byte, with_another_word_in_the_manifest, nothing, something_else]


@pytest.mark.parametrize("sealed", [False, True], ids=["plain", "encrypted"])
def test_a_backup_that_was_damaged_is_noticed_before_anything_is_touched(
    media: Path, tmp_path: Path, sealed: bool
) -> None:
    key = x25519.Identity.generate()
    made = backup(tmp_path, *(["--for", str(key.to_public())] if sealed else []))
    (tmp_path / "key").write_text(f"{key}\n")
    whole, before = made.read_bytes(), hashes(media)
    for damage in DAMAGES:
        made.write_bytes(damage(whole, sealed))
        with pytest.raises(CommandError, match="Nothing was changed"):
            call_command("restore", str(made), "--replace", key=tmp_path / "key")
        assert hashes(media) == before, damage.__name__
    assert {path.name for path in tmp_path.iterdir()} == {"media", "key", made.name, NOTE}


def rewritten(made: Path, change: Any) -> Path:
    """Write a backup anew with other facts, as another version of the portal would."""
    manifest = archive.check(made)
    parts = made.with_name("parts")
    with tarfile.open(made) as tar:
        tar.extractall(parts)  # made a moment ago, by ourselves
    other = made.with_name("other.tar")
    names = change(manifest)
    archive.pack(other, manifest, [(name, parts / path) for name, path in names])
    return other


def test_a_backup_of_a_newer_version_or_with_a_wandering_name_is_refused(media: Path, tmp_path: Path) -> None:
    made, before = backup(tmp_path), hashes(media)

    def newer(manifest: Any) -> Any:
        manifest["migrations"].append("portal.9999_later")
        return [(name, name) for name in manifest.pop("files")]

    with pytest.raises(CommandError, match="9999_later"):
        call_command("restore", str(rewritten(made, newer)), "--replace")
    (tmp_path / "other.tar").unlink()

    def wandering(manifest: Any) -> Any:
        names = list(manifest.pop("files"))
        return [*((name, name) for name in names), ("media/../../weg.txt", names[-1])]

    with pytest.raises(CommandError, match="leads out"):
        call_command("restore", str(rewritten(made, wandering)), "--replace")
    assert not (tmp_path.parent / "weg.txt").exists()
    assert hashes(media) == before


def test_a_database_in_use_is_not_thrown_away_unasked_nor_half(
    media: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, before = backup(tmp_path), hashes(media)
    with pytest.raises(CommandError, match="--replace"):
        call_command("restore", str(made))
    monkeypatch.setattr(programs, "ANEW", f"{programs.ANEW} CREATE TABLE public.portal_user ();")
    with pytest.raises(CommandError, match="already exists"):
        call_command("restore", str(made), "--replace")
    assert hashes(media) == before


def test_a_backup_that_cannot_be_made_leaves_nothing_behind(media: Path, tmp_path: Path, settings: Any) -> None:
    folder = tmp_path / "backups"
    with pytest.raises(CommandError, match="no folder"):
        call_command("backup", str(folder))
    folder.mkdir()
    with pytest.raises(CommandError, match="no public key"):
        call_command("backup", str(folder), "--for", "age1geen-sleutel")
    settings.POSTGRESQL_PROGRAMS = str(tmp_path)
    with pytest.raises(CommandError, match="pg_dump is missing"):
        call_command("backup", str(folder))
    assert list(folder.iterdir()) == []


def test_an_upload_that_goes_meanwhile_stops_no_backup(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    manifest = archive.pack(tmp_path / "b.tar", {}, [("media/a", tmp_path / "a"), ("media/gone", tmp_path / "gone")])
    assert list(manifest["files"]) == ["media/a"]
    assert archive.pack(tmp_path / "c.tar", {}, [])["files"] == {}
