"""The file of a backup: a tar with a manifest at its end, whose name is the hash of what it says.

Whatever was cut off, altered or added since is noticed, by accident at least: who may write the file may write a whole
other one.
"""

import hashlib
import json
import tarfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import IO, Any

FORMAT = 1
CHUNK = 1024 * 1024
DATABASE, DUMP = "database/", "portal.dump"
MEDIA = "media/"
MANIFEST = "manifest-"

Manifest = dict[str, Any]


class BrokenBackupError(Exception):
    """A file that is no backup, or no longer a whole one."""


class Hashed:
    """A file that is hashed while it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.hash, self.length = file, hashlib.sha256(), 0

    def read(self, size: int = CHUNK) -> bytes:
        """Read on."""
        part = self.file.read(size)
        self.hash.update(part)
        self.length += len(part)
        return part

    @property
    def found(self) -> dict[str, Any]:
        """What the manifest says of it."""
        return {"size": self.length, "sha256": self.hash.hexdigest()}


def pack(target: Path, facts: Manifest, parts: Iterable[tuple[str, Path]]) -> Manifest:
    """Write the parts and a manifest, and return the manifest. An upload that is gone meanwhile stays away."""
    files: dict[str, Any] = {}
    with tarfile.open(target, "x") as tar:
        for name, path in parts:
            try:
                file = path.open("rb")
            except FileNotFoundError:
                continue
            with file:
                hashed = Hashed(file)
                tar.addfile(_entry(name, path.stat().st_size), hashed)
                files[name] = hashed.found
        manifest = {"format": FORMAT, **facts, "files": files}
        said = json.dumps(manifest, indent=1).encode()
        tar.addfile(_entry(f"{MANIFEST}{hashlib.sha256(said).hexdigest()}.json", len(said)), BytesIO(said))
    return manifest


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry


def check(source: Path) -> Manifest:
    """Read all of a backup and return its manifest; raises BrokenBackupError for the first thing that is wrong."""
    found: dict[str, Any] = {}
    manifest: Manifest | None = None
    try:
        with tarfile.open(source, "r:") as tar:
            for entry in tar:
                if manifest is not None or not entry.isfile():
                    raise BrokenBackupError(f"{entry.name} does not belong there")
                if entry.name.startswith(MANIFEST):
                    manifest = _manifest(entry, tar)
                else:
                    found[entry.name] = _hash(tar.extractfile(entry))
    except (tarfile.TarError, EOFError, OSError) as error:
        raise BrokenBackupError(str(error)) from error
    if manifest is None:
        raise BrokenBackupError("its end is missing")
    if manifest["format"] != FORMAT:
        raise BrokenBackupError(f"it is of another version ({manifest['format']})")
    wrong = sorted(name for name in {*found, *manifest["files"]} if found.get(name) != manifest["files"].get(name))
    if wrong or DATABASE + DUMP not in found:
        raise BrokenBackupError(f"not as it was made: {', '.join(wrong[:5]) or DATABASE}")
    return manifest


def _manifest(entry: tarfile.TarInfo, tar: tarfile.TarFile) -> Manifest:
    said = _open(tar.extractfile(entry)).read()
    if entry.name != f"{MANIFEST}{hashlib.sha256(said).hexdigest()}.json":
        raise BrokenBackupError("not as it was made: the manifest")
    found: Manifest = json.loads(said)
    return found


def _hash(file: IO[bytes] | None) -> dict[str, Any]:
    hashed = Hashed(_open(file))
    while hashed.read():
        pass
    return hashed.found


def _open(file: IO[bytes] | None) -> IO[bytes]:
    if file is None:
        raise BrokenBackupError("a part of it is no file")
    return file


def unpack(source: Path, part: str, folder: Path) -> None:
    """Write the database or the uploads of a checked backup to a folder; a file of the same name gives way as a whole.

    Raises BrokenBackupError for a name that leads out of the folder.
    """
    with tarfile.open(source, "r:") as tar:
        for entry in tar:
            if entry.name.startswith(part):
                _write(_open(tar.extractfile(entry)), _inside(folder, entry.name.removeprefix(part)))


def _inside(folder: Path, name: str) -> Path:
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise BrokenBackupError(f"{name} leads out of its folder")
    return path


def _write(file: IO[bytes], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as target:
        while piece := file.read(CHUNK):
            target.write(piece)
    part.replace(path)
