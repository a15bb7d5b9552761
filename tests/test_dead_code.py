"""Nothing stands in the house that nobody uses; what only tests use counts as unused.

vulture reads the code. What it cannot see is told to it here: names in templates, names in texts (a field in a panel, a
method in an option), and what a class of a library calls on ours.
"""

import ast
import importlib
import inspect
import re
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from django.db.models import Choices
from django.template.library import import_library
from vulture import Vulture
from vulture.core import Item

from portal.core.api.schemas import ApiModel
from tests.floors import FLOORS

ROOT = Path(__file__).resolve().parents[1]
WORD = re.compile(r"[A-Za-z_]\w*")
CALLED_BY_DECORATOR = ["@receiver", "@register*", "@*.register*", "@hooks.*", "@path", "@re_path", "@task", "@checks.*"]
ALLOWED = {
    "*Config": "Django finds the configuration of an app by its base class",
    "process_*": "Django's handler calls these methods of a middleware",
    "handler500": "Django asks the addresses for it",
    "app_configs": "handed to every system check",
    "*_FORMAT*": "Django asks the formats of a language for these",
    "clean_*": "a form calls the method of each of its fields",
    "forget_failure": "a test of the encoder begins as a new process does",
    "validate": "Django calls it, and the next, on a validator of passwords",
    "get_help_text": "see above",
    "item_*": "Django's feeds call what begins so",
    "feed_guid": "see above",
    "wagtail_reference_index_ignore": "Wagtail asks a field for it",
    "base_form_class": "Wagtail asks a model for these four",
    "copy_form_class": "see above",
    "edit_handler": "see above",
    "filterset_class": "see above",
    "choose_view_class": "Wagtail's choosers ask for it",
    "get_queryset": "Wagtail's bulk actions ask for it, and ours have it from a class beside them",
    "SearchBackend": "modelsearch asks a backend's module for it",
    "template_name": "Wagtail asks a component for it",
    "format_message": "Wagtail asks a formatter of log entries for it, and for the next",
    "format_comment": "see above",
    "edited_by": "a filter is a field of its class",
    "extra_context": "allauth hands it to an adapter",
    "_wagtail_route_for_request": "Wagtail reads from a request which page it found",
    "datefmt": "logging hands it to a formatter",
    "exc_text": "logging reads it from a record",
    "trust_env": "requests reads it from a session",
    "ConnectionCls": "urllib3 reads it from a pool",
    "label_suffix": "Django's forms read it, and the next",
    "empty_label": "see above",
    "content_json": "a field of wagtail-localize",
    "*_translat*_segments": "wagtail-localize asks a field for what it translates, and gives it back",
    "get_comment": "wagtail-localize's words are put on its own class",
    "model_config": "pydantic reads it from a schema",
    "start_elasticsearch": "a process of its own is told to call it",
}
"""Names that are used in a way neither the tool nor this file sees, each with how."""


def test_nothing_in_the_house_is_unused() -> None:
    tool = Vulture(ignore_names=list(ALLOWED), ignore_decorators=CALLED_BY_DECORATOR)
    tool.scavenge([ROOT / folder for folder in FLOORS], exclude=["*/migrations/*"])
    tool.used_names |= names_in_templates() | names_in_texts()

    unused = [item for item in tool.get_unused_code() if "settings" not in item.filename.parts]
    dead = [item for item in unused if not is_called_from_outside(item)]

    assert [f"{item.filename.relative_to(ROOT)}:{item.first_lineno} {item.message}" for item in dead] == []


def test_every_tag_and_filter_is_used_in_a_template() -> None:
    ours = [f"{folder}_tags" for folder in FLOORS if (ROOT / folder / "templatetags").exists()]
    libraries = [import_library(f"{name.removesuffix('_tags')}.templatetags.{name}") for name in ours]
    registered = {name for library in libraries for name in (*library.tags, *library.filters)}

    assert registered - names_in_templates() == set()


def names_in_templates() -> set[str]:
    """Every word between the braces of a template."""
    found: set[str] = set()
    for path in (ROOT / "templates").rglob("*.*"):
        for code in re.findall(r"{[{%](.*?)[%}]}", path.read_text(encoding="utf-8")):
            found |= set(WORD.findall(code))
    return found


def names_in_texts() -> set[str]:
    """Every text of the code that is a name, or names after a dot or two underscores; settings among them."""
    found: set[str] = set()
    for folder in FLOORS:
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 80:
                    found |= {part for name in re.split(r"[.\s,:]", node.value) for part in (name, *name.split("__"))}
    return found


def is_called_from_outside(item: Item) -> bool:
    """Whether a library calls it: it overrides something of a class that is not ours, or is an option of one."""
    owner = owner_of(item.filename, item.first_lineno)
    if owner is None:
        return False
    if owner.rpartition(".")[2] in {"Meta", "Media"}:
        return True
    found: Any = module_of(item.filename)
    for name in owner.split("."):
        found = getattr(found, name, None)
    if not inspect.isclass(found):
        return False
    outside = [base for base in found.__mro__[1:] if base.__module__.split(".")[0] not in FLOORS]
    if issubclass(found, Choices):
        return item.name.isupper()
    if issubclass(found, ApiModel):
        return item.name in found.model_fields  # it is what an answer of the API says
    return any(hasattr(base, item.name) for base in outside)


@cache
def module_of(path: Path) -> ModuleType:
    """The module of a file."""
    return importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))


@cache
def classes_of(path: Path) -> list[tuple[int, int, str]]:
    """The classes of a file: first line, last line, name with the names of the classes around it."""
    found: list[tuple[int, int, str]] = []

    def read(node: ast.AST, around: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef):
                name = f"{around}.{child.name}".lstrip(".")
                found.append((child.lineno, child.end_lineno or child.lineno, name))
                read(child, name)

    read(ast.parse(path.read_text(encoding="utf-8")), "")
    return found


def owner_of(path: Path, line: int) -> str | None:
    """The innermost class around a line."""
    around = [(last - first, name) for first, last, name in classes_of(path) if first < line <= last]
    return min(around)[1] if around else None
