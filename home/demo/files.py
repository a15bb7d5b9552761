"""The pictures of a load that was broken off: files know no transaction, so they are cleared away by hand."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import FileField

BEFORE = ".load_demo.json"
"""Which files were there when a load began. It lies beside them for as long as the load goes on."""


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """Clear away what an earlier load left behind, and what this one leaves when it does not come to an end."""
    clear_away()
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    (root / BEFORE).write_text(json.dumps(sorted(_files(root))))
    try:
        yield
    except BaseException:
        clear_away()
        raise
    forget()


def clear_away() -> None:
    """Remove the files that appeared since a load began and that no record knows; nothing when no load was broken."""
    root = Path(settings.MEDIA_ROOT)
    try:
        before = set(json.loads((root / BEFORE).read_text()))
    except (FileNotFoundError, ValueError):
        before = _files(root)
    for name in _files(root) - before - _known():
        (root / name).unlink(missing_ok=True)
    forget()


def forget() -> None:
    """Say that the load is over: from here on all files stay."""
    (Path(settings.MEDIA_ROOT) / BEFORE).unlink(missing_ok=True)


def _files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file() and path.name != BEFORE}


def _known() -> set[str]:
    """Return the names of all files that a record refers to."""
    names: set[str] = set()
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, FileField):
                names.update(model._base_manager.values_list(field.name, flat=True))
    return names
