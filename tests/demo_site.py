"""The demo site as a template: loaded once per state of code and content, for unit and browser tests alike.

Its pictures are files, so they are kept in a folder named after the template; who stands on a copy gets them too.
"""

import json
import shutil
from pathlib import Path
from typing import Any

from django.test import override_settings

from home.demo.load import load
from portal.embedded import host, template_database
from tests.copies import stand_on

STEPS = "steps.json"


def ensure(database: dict[str, Any]) -> str:
    """Return the name of the template with the demo site in it; the connection comes back to where it was."""
    usual = str(database["NAME"])

    def fill(part: str, name: str) -> None:
        folder, steps = _folder(name), list[str]()
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        stand_on(part)
        try:
            with override_settings(MEDIA_ROOT=folder):
                load(steps.append)
        finally:
            stand_on(usual)
        (folder / STEPS).write_text(json.dumps(steps))

    def is_whole(name: str) -> bool:
        return (_folder(name) / STEPS).exists()

    content = list((template_database.ROOT / "home" / "demo" / "data").glob("*.yaml"))
    return template_database.ensure_filled(database, "demo", content, fill, is_whole)


def put_pictures(template: str, media: str | Path) -> list[str]:
    """Copy the pictures of the demo site into a media folder, and return the steps its load reported."""
    folder = _folder(template)
    shutil.copytree(folder, media, dirs_exist_ok=True, ignore=shutil.ignore_patterns(STEPS))
    return list(json.loads((folder / STEPS).read_text()))


def _folder(name: str) -> Path:
    return host.cache_dir() / "demo-of-tests" / name
