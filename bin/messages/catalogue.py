"""The Dutch message catalogue: read from the sources, completed from word lists, checked and compiled.

Babel does the work, so nobody needs the gettext programs. The file is sorted and holds no line numbers or dates:
a change of text is the only thing that changes it.
"""

import ast
import fcntl
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract as extract_messages
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from bin.steps import ROOT

LANGUAGE = "nl"
DOMAIN = "django"
SOURCES = ("portal", "home", "news", "curriculum", "locations", "search", "templates")
TEMPLATES = {".html", ".txt", ".xml"}
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
# Headers that tell when and by what a file was written: noise in every comparison.
NOISE = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid-Bugs-To)'
)
IN_BRACES = re.compile(rf"\{{[^{{}}\n]*\b({'|'.join(KEYWORDS)})\(")
"""A line on which a text may be translated inside an f-string."""
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


@dataclass(frozen=True)
class Merged:
    """What a merge did: texts filled in, and complaints for the person who gave them."""

    filled: int
    complaints: list[str]


@contextmanager
def locked() -> Iterator[None]:
    """Let one process at a time rewrite the catalogue."""
    lock = ROOT / ".local" / "messages.lock"
    lock.parent.mkdir(exist_ok=True)
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def path() -> Path:
    """Return where the Dutch catalogue lives."""
    return ROOT / "portal" / "locale" / LANGUAGE / "LC_MESSAGES" / f"{DOMAIN}.po"


def template() -> Catalog:
    """Return every message in the sources, without translations."""
    found = Catalog(domain=DOMAIN)
    for source in _source_files():
        text = source.read_text(encoding="utf-8")
        if source.suffix in TEMPLATES:
            # Indentation means nothing in a template, but the reader of Python trips over it.
            lines = templatize(text, origin=str(source.relative_to(ROOT))).splitlines()
            text = "\n".join(line.lstrip() for line in lines)
        content = io.BytesIO(text.encode())
        options = {"encoding": "utf-8"}
        for _line, message, _comments, context in extract_messages("python", content, KEYWORDS, options=options):
            found.add(message, context=context)
    return found


def stored() -> Catalog:
    """Return the catalogue as it is in the repository; empty when there is none yet."""
    if not path().exists():
        return Catalog(locale=LANGUAGE, domain=DOMAIN, project="Opleidingshuis", version="1.0")
    with path().open("rb") as content:
        return read_po(content, locale=LANGUAGE, domain=DOMAIN)


def extract() -> Catalog:
    """Bring the stored catalogue up to date with the sources and return it; what no source uses any more goes."""
    catalogue = stored()
    catalogue.update(template(), no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    _write(catalogue)
    return catalogue


def merge(files: list[Path]) -> Merged:
    """Fill in translations from JSON files `{"English": "Dutch"}`; a list gives the plural forms of its key.

    A key of the form `context|English` would be ambiguous, so a context precedes its text with U+0004, as in .mo.
    """
    catalogue = extract()
    filled = 0
    complaints: list[str] = []
    for file in files:
        words: dict[str, str | list[str]] = json.loads(file.read_text(encoding="utf-8"))
        for key, translation in words.items():
            context, _, text = key.rpartition("\x04")
            message = catalogue.get(text, context or None)
            if message is None:
                complaints.append(f"{file.name}: in no source: {key!r}")
            elif isinstance(message.id, str) == isinstance(translation, list):
                complaints.append(f"{file.name}: number of plural forms differs: {key!r}")
            else:
                new = translation if isinstance(translation, str) else tuple(translation)
                filled += message.string != new
                message.string = new
                message.flags.discard("fuzzy")
    _write(catalogue)
    return Merged(filled, complaints)


def problems() -> list[str]:
    """Return what is wrong with the stored catalogue; empty when every text is translated, once and rightly."""
    wanted, catalogue = template(), stored()
    found = [f"missing: {_show(m)}" for m in _texts(wanted) if not _counterpart(catalogue, m)]
    found += [f"obsolete: {_show(m)}" for m in _texts(catalogue) if not _counterpart(wanted, m)]
    found += [f"obsolete: {_show(m)}" for m in catalogue.obsolete.values()]
    found += [f"never extracted, as it stands in an f-string: {place}" for place in _in_formatted_strings()]
    for message in _texts(catalogue):
        if message.fuzzy:
            found.append(f"fuzzy: {_show(message)}")
        elif not all(_strings(message)):
            found.append(f"not translated: {_show(message)}")
        elif _placeholders_differ(message):
            found.append(f"placeholders differ: {_show(message)}")
    return found


def compile_all() -> int:
    """Write the compiled form beside every catalogue, each whole or not at all, and return how many."""
    sources = sorted((ROOT / "portal" / "locale").glob("*/LC_MESSAGES/*.po"))
    for source in sources:
        with source.open("rb") as content:
            catalogue = _with_singulars(read_po(content, locale=source.parent.parent.name))
        part = source.with_suffix(".part")
        with part.open("wb") as content:
            write_mo(content, catalogue)
        part.replace(source.with_suffix(".mo"))
    return len(sources)


def _with_singulars(catalogue: Catalog) -> Catalog:
    """Add the singular of each text with a plural as a text of its own: Python 3.11.2 finds no other by itself."""
    for message in [text for text in _texts(catalogue) if not isinstance(text.id, str)]:
        word = str(message.id[0])
        key = f"singular {message.context} {word}"
        catalogue._messages[key] = Message(word, _strings(message)[0], context=message.context)
    return catalogue


def _source_files() -> Iterator[Path]:
    for folder in SOURCES:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in TEMPLATES or (file.suffix == ".py" and "migrations" not in file.parts):
                yield file


def _in_formatted_strings() -> Iterator[str]:
    """Yield where a text is translated inside an f-string: before Python 3.12 nobody who reads tokens sees it there."""
    for source in _source_files():
        text = source.read_text(encoding="utf-8")
        if source.suffix != ".py" or not IN_BRACES.search(text):
            continue
        strings = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.JoinedStr))
        for part in (part for string in strings for part in ast.walk(string)):
            if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in KEYWORDS:
                yield f"{source.relative_to(ROOT)}:{part.lineno}"


def _texts(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _counterpart(catalogue: Catalog, message: Message) -> Message | None:
    """Return the same message of the other catalogue: same text, context and number of forms."""
    found = catalogue.get(message.id, message.context)
    return found if found and isinstance(found.id, str) == isinstance(message.id, str) else None


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _placeholders_differ(message: Message) -> bool:
    """Return whether a form names other values than its English one; "one lab" may leave out the number."""
    originals = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    expected = [set(PLACEHOLDER.findall(text)) for text in originals]
    found = [set(PLACEHOLDER.findall(text)) for text in _strings(message)]
    return len(expected) != len(found) or found[-1] != expected[-1] or not found[0] <= expected[0] | expected[-1]


def _show(message: Message) -> str:
    text = message.id if isinstance(message.id, str) else message.id[0]
    return repr(text) + (f" ({message.context})" if message.context else "")


def _write(catalogue: Catalog) -> None:
    content = io.BytesIO()
    write_po(content, catalogue, sort_output=True, no_location=True, ignore_obsolete=True, width=110)
    lines = content.getvalue().decode().splitlines(keepends=True)
    # Babel opens with a comment that names the year and a licence it does not know.
    body = [line for line in lines if not NOISE.match(line)]
    start = next(number for number, line in enumerate(body) if line.startswith("msgid"))
    path().parent.mkdir(parents=True, exist_ok=True)
    part = path().with_suffix(".po.part")
    part.write_text("# Dutch texts of the portal.\n" + "".join(body[start:]), encoding="utf-8")
    part.replace(path())
