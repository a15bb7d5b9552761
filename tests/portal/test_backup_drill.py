"""The drill of docs/operations.md, on the whole demo site: back up, an empty machine, one command, and it is served."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.db import connections
from pyrage import x25519

from bin import demo_site
from tests.copies import drop_database, make_database, pointed_at
from tests.dated import deep
from tests.portal.backups import empty_database, hashes
from tests.serving import ROOT, production, serving


def manage(database: str, media: Path, *arguments: str) -> str:
    """Run a command in production, on a machine with this database and these uploads."""
    programs = {"POSTGRESQL_PROGRAMS": configured.POSTGRESQL_PROGRAMS, "MEDIA_ROOT": str(media)}
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=production(database, **programs),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.elasticsearch
@pytest.mark.skipif(not deep(), reason="part of make test-deep")
@pytest.mark.timeout(600)
def test_the_demo_site_is_served_from_its_encrypted_backup(
    django_db_setup: Any, django_db_blocker: Any, tmp_path: Path
) -> None:
    here, there, key = tmp_path / "here", tmp_path / "there", x25519.Identity.generate()
    (tmp_path / "key").write_text(str(key))
    with django_db_blocker.unblock():
        template = demo_site.ensure(connections["default"].settings_dict)
        demo_site.put_pictures(template, here)
        site = make_database("drill", template)
        empty_database("drill_elsewhere")
    try:
        manage(site, here, "search_rebuild")  # reads the files of the library, once
        with pointed_at(site, django_db_blocker):
            before = hashes(here)
        manage(site, here, "backup", str(tmp_path), "--for", str(key.to_public()))
        (made,) = tmp_path.glob("*.age")

        said = manage("drill_elsewhere", there, "restore", str(made), "--key", str(tmp_path / "key"))

        with pointed_at("drill_elsewhere", django_db_blocker):
            assert hashes(there) == before
        assert "are back" in said
        with serving("drill_elsewhere", tmp_path, MEDIA_ROOT=str(there)) as server:
            assert server.get("/readyz").text == "ok\n"
            assert server.get("/health/").status_code == 200
            assert server.get("/nl/zoeken/suggesties?q=lab").json()["groups"]
    finally:
        with django_db_blocker.unblock():
            drop_database(site)
            drop_database("drill_elsewhere")
