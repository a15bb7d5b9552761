"""The demo site as a template: loaded once per state of code and content, for `make run`, unit and browser tests alike.

Its database is kept as a file in the cache that clones share, its pictures in a folder beside it. A process of its own
loads it, so that neither the settings nor the address of whoever asks first end up in what the others get.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from bin.embedded import kept_databases, system, template_database
from home.demo.data import FOLDER

LIST = "list.json"
"""Beside the pictures: the steps of the load, and what is in the folder."""
PURPOSE = "demo"


def ensure(database: dict[str, Any]) -> str:
    """Return the name of a template on this server (Django's DATABASES entry) with the demo site in it."""
    with system.locked(_pictures().with_suffix(".lock")):
        return template_database.ensure_filled(database, PURPOSE, _content(), _load, _is_whole)


def fill_empty(url: str, media: Path) -> None:
    """Make the empty database at this address the demo site; its pictures come into a media folder."""
    name = template_database.name_of(PURPOSE, _content())
    with system.locked(_pictures().with_suffix(".lock")):
        if not take_kept(name, url, media):
            template_database.make_tables(url)
            _load(url, name)
            put_pictures(name, media)
            kept_databases.keep(url, name, template_database.kind_of(PURPOSE))


def take_kept(name: str, url: str, media: Path) -> bool:
    """Do so where a template is kept from an earlier time, and whole; else leave the database empty, return False."""
    if not _is_whole(name):
        return False
    put_pictures(name, media)  # first: a database that is filled is not looked at again
    return kept_databases.put_back(url, name)


def put_pictures(template: str, media: str | Path) -> list[str]:
    """Copy the pictures of the demo site into a media folder, and return the steps its load reported."""
    folder = _pictures() / template
    shutil.copytree(folder, media, dirs_exist_ok=True, ignore=shutil.ignore_patterns(LIST))
    return list(json.loads((folder / LIST).read_text())["steps"])


def _content() -> list[Path]:
    return [*FOLDER.glob("*.yaml"), *FOLDER.glob("*.npz")]


def _pictures() -> Path:
    return system.cache_dir() / PURPOSE


def _is_whole(name: str) -> bool:
    """Whether the pictures that go with a kept database are all there, as they were drawn."""
    folder = _pictures() / name
    try:
        return bool(json.loads((folder / LIST).read_text())["files"] == _digests(folder))
    except (OSError, ValueError, KeyError):
        return False


def _digests(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != LIST
    }


def _load(url: str, name: str) -> None:
    """Load the site into a migrated database and its pictures into their folder; raises RuntimeError with what failed.

    What search stores of each page is written too; no index hears of it. Pictures that nobody has asked for lately go.
    """
    folder = _pictures() / name
    shutil.rmtree(folder, ignore_errors=True)
    environment = {key: value for key, value in os.environ.items() if key != "SITE_URL"}
    settings = {"DATABASE_URL": url, "MEDIA_ROOT": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
    environment |= {**settings, "SEARCH_INDEX_PREFIX": "nobodys"}
    steps = [line.partition(" s  ")[2] for line in _manage("load_demo", environment).splitlines()]
    _manage("search_sync", environment)
    (folder / LIST).write_text(json.dumps({"steps": steps, "files": _digests(folder)}))
    folders = sorted(_pictures().iterdir(), key=lambda each: each.stat().st_mtime)
    for old in folders[: -kept_databases.KEPT]:
        shutil.rmtree(old)


def _manage(command: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", command],
        cwd=template_database.ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"The demo site could not be loaded:\n{done.stderr}")
    return done.stdout
