"""Reads what the files of the portal import and which templates they use, without running any of them."""

import ast
import re
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.util import resolve_name
from pathlib import Path

FLOORS = ("portal", "search", "news", "curriculum", "locations", "home", "bin")
"""The packages from the ground up: each may use those before it, none after it."""

INNER = ("core", "partners", "accounts", "editorial")
"""The floors within the ground, from below; what stands beside them, such as the addresses, is the project itself."""

GROUND = FLOORS[0]
"""Whose templates are those that stand in no folder of a package: the frame, components, blocks, signing in."""

NO_REASON = re.compile(r"#\s*(?:noqa|type:)")
TEMPLATE = re.compile(r"[\w./-]+/[\w./-]+\.(?:html|txt|xml)")
TAG = re.compile(r"{%-?\s*(load|extends|include)\s+(.*?)\s*-?%}", re.DOTALL)


@dataclass(frozen=True)
class Import:
    """One file that imports another."""

    importer: str
    imported: str
    line: int
    for_types: bool
    """Whether only a type checker sees it."""

    @property
    def goes_up(self) -> bool:
        """Whether it points at a higher floor; within the ground, types may be named upwards."""
        if package(self.imported) != package(self.importer):
            return is_above(package(self.imported), package(self.importer))
        return not self.for_types and inner(self.imported) > inner(self.importer) >= 0 <= inner(self.imported)


@dataclass(frozen=True)
class Late:
    """An import inside a function."""

    module: str
    line: int
    has_reason: bool


def package(name: str) -> str:
    """Return the package of a module, a template or a file of tags."""
    first = re.split(r"[./]", name, maxsplit=1)[0]
    return first if first in FLOORS else GROUND


def inner(name: str) -> int:
    """Return the number of a module's floor within the ground; -1 for what has none."""
    parts = name.split(".")
    return INNER.index(parts[1]) if parts[0] == GROUND and len(parts) > 1 and parts[1] in INNER else -1


def is_above(used: str, user: str) -> bool:
    """Whether a package stands on a higher floor than another."""
    return FLOORS.index(used) > FLOORS.index(user)


class Sources:
    """The Python files and the templates below a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        paths = (path for name in FLOORS for path in (root / name).rglob("*.py"))
        self.files = {self._module(path): path for path in paths if "migrations" not in path.parts}
        self.trees = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in self.files.items()}

    def _module(self, path: Path) -> str:
        parts = path.relative_to(self.root).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @cached_property
    def imports(self) -> list[Import]:
        """Return what each file imports of the others, inside functions too."""
        found = []
        for module, tree in self.trees.items():
            unseen = {id(node) for branch in ast.walk(tree) if _is_for_types(branch) for node in ast.walk(branch)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    targets = {name for name in self._targets(module, node) if name != module}
                    found += [Import(module, name, node.lineno, id(node) in unseen) for name in sorted(targets)]
        return found

    def _targets(self, module: str, node: ast.Import | ast.ImportFrom) -> Iterator[str]:
        """Yield the files an import names; `from package import module` names the module."""
        source = ""
        if isinstance(node, ast.ImportFrom):
            here = module if self.files[module].name == "__init__.py" else module.rpartition(".")[0]
            source = resolve_name("." * node.level + (node.module or ""), here)
        for alias in node.names:
            name = f"{source}.{alias.name}" if source else alias.name
            if name in self.files:
                yield name
            elif source in self.files:
                yield source

    def circles(self) -> list[frozenset[str]]:
        """Return the sets of files that reach one another by imports; what only a type checker sees does not count."""
        ways: dict[str, set[str]] = {module: set() for module in self.files}
        for item in self.imports:
            if not item.for_types:
                ways[item.importer].add(item.imported)
        reach = {module: _reached(ways, module) for module in ways}
        rings = {frozenset(other for other in reach[one] if one in reach[other]) for one in ways if one in reach[one]}
        return sorted(rings, key=sorted)

    def late_imports(self) -> list[Late]:
        """Return the imports inside functions; not those of `ready`, where Django wants them."""
        found = []
        for module, tree in self.trees.items():
            reasons = _comments(self.files[module])
            is_config = self.files[module].name == "apps.py"
            for function in _functions(tree):
                if not (is_config and function.name == "ready"):
                    found += [Late(module, *told) for told in _imports_in(function, reasons)]
        return found

    def templates_up(self) -> list[str]:
        """Return the uses of a template, or of tags, of a higher floor: by templates, and by Python."""
        tags = {name.rpartition(".")[2]: package(name) for name in self.files if ".templatetags." in name}
        folder = self.root / "templates"
        found = []
        for path in sorted(path for path in folder.rglob("*") if path.suffix in {".html", ".txt", ".xml"}):
            name = path.relative_to(folder).as_posix()
            for verb, used, owner in _uses(path.read_text(encoding="utf-8"), tags):
                if is_above(owner, package(name)):
                    found.append(f"{name}: {verb} {used}")
        return [*found, *self._templates_in_python()]

    def _templates_in_python(self) -> Iterator[str]:
        for module, tree in self.trees.items():
            for node in ast.walk(tree):
                text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
                if TEMPLATE.fullmatch(text) and is_above(package(text), package(module)):
                    yield f"{module}: {text}"


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _reached(ways: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        new = ways[ahead.pop()] - found
        found |= new
        ahead += new
    return found


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the outermost functions and methods."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
        else:
            yield from _functions(node)


def _comments(path: Path) -> dict[int, bool]:
    """Return the lines of a file with a comment that says something, and whether they hold nothing else."""
    with tokenize.open(path) as file:
        tokens = list(tokenize.generate_tokens(file.readline))
    comments = (token for token in tokens if token.type == tokenize.COMMENT and not NO_REASON.match(token.string))
    return {token.start[0]: token.line.strip() == token.string for token in comments}


def _imports_in(function: ast.AST, comments: dict[int, bool]) -> Iterator[tuple[int, bool]]:
    """Yield the line of each import, and whether a reason stands beside it; imports in a row share one."""
    for node in ast.walk(function):
        for body in (value for _name, value in ast.iter_fields(node) if isinstance(value, list)):
            shared = False
            for statement in body:
                if isinstance(statement, ast.Import | ast.ImportFrom):
                    lines = range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)
                    above = comments.get(statement.lineno - 1, False)
                    shared = shared or above or any(line in comments for line in lines)
                    yield statement.lineno, shared
                else:
                    shared = False


def _uses(text: str, tags: dict[str, str]) -> Iterable[tuple[str, str, str]]:
    """Yield what a template uses: how, what, and the package that owns it."""
    for verb, rest in TAG.findall(text):
        if verb == "load":
            names = rest.partition(" from ")[2].split() or rest.split()
            yield from ((verb, name, tags[name]) for name in names if name in tags)
        else:
            used = rest.split()[0].strip("\"'")
            yield verb, used, package(used) if "/" in used else GROUND
