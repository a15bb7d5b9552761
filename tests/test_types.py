"""A parameter says what it takes: `Any` alone is for the few that really take anything, or what a library hides.

Counted are annotations that are nothing but `Any`; a mapping of anything, such as the data of the demonstration, says
at least that it is one. `*args` and `**kwargs` are handed on, so they are left out.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.floors import FLOORS

ROOT = Path(__file__).resolve().parents[1]
MOST = 0.05


def test_hardly_any_parameter_takes_anything() -> None:
    found = [(path, annotation) for path in files() for annotation in annotations(path.read_text(encoding="utf-8"))]
    anything = Counter(str(path.relative_to(ROOT)) for path, annotation in found if annotation == "Any")

    share = anything.total() / len(found)

    worst = ", ".join(f"{name} ({count})" for name, count in anything.most_common(8))
    assert share <= MOST, f"{anything.total()} of {len(found)} parameters ({share:.1%}) are `Any`; most in {worst}"


def test_every_kind_of_parameter_counts_but_those_that_are_handed_on() -> None:
    source = "async def f(self, a: Any, /, b: 'Page', *args: Any, c: dict[str, Any], **kwargs: Any): ...\n"

    assert list(annotations(source)) == ["Any", "'Page'", "dict[str, Any]"]


def files() -> Iterator[Path]:
    """The files of the house; what makes the tables is written by Django."""
    for folder in FLOORS:
        yield from (path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts)


def annotations(source: str) -> Iterator[str]:
    """What each parameter in a file says it takes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            parameters = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            yield from (ast.unparse(each.annotation) for each in parameters if each.annotation)
