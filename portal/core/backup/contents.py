"""What a backup holds. What the portal makes anew from the rest is left out, and made anew when it is put back."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils.crypto import salted_hmac

from portal.settings.environment import asked_for

FORGOTTEN = ["django_session", "portal_cache", "portal_portalrendition"]
"""Tables that begin empty: who was signed in, what was kept for speed, and pictures in other sizes."""

REBUILT: dict[str, list[str]] = {
    "update_index": ["wagtailsearch_indexentry"],
    "rebuild_references_index": ["wagtailcore_referenceindex"],
}
"""Commands that fill tables from the rest → these tables. A floor above adds its own."""

OTHER_SIZES = "images"
"""Folder of the media with pictures in other sizes, which are made when somebody asks for them."""


def left_out() -> list[str]:
    """Return the tables that go along without their rows."""
    return [*FORGOTTEN, *(table for tables in REBUILT.values() for table in tables)]


def media() -> Iterator[Path]:
    """Yield the uploads, as paths below `MEDIA_ROOT`."""
    root = Path(settings.MEDIA_ROOT)
    for path in sorted(root.rglob("*")):
        below = path.relative_to(root)
        if path.is_file() and below.parts[0] != OTHER_SIZES:
            yield below


def migrations() -> list[str]:
    """Return the migrations that this database has, which say what its tables look like."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def settings_there() -> list[str]:
    """Return the names, and nothing but the names, of the settings that the environment has a value for."""
    return sorted(name for name in asked_for if os.environ.get(name, "").strip())


def mark_of_secret_key() -> str:
    """Return what tells whether another machine has the same `SECRET_KEY`, and nothing of the key."""
    return salted_hmac("portal.core.backup", "the same key", algorithm="sha256").hexdigest()[:16]
