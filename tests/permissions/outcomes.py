"""What an answer means, in one word, and the table of words that each role should get."""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import yaml

from portal.partners.rights import Role, Whose

TABLE = Path(__file__).parent / "table.yaml"

ZIPPED = b"PK\x03\x04"
"""How a spreadsheet begins."""

WORDS = {
    200: "ok",
    201: "ok",
    204: "ok",
    400: "bad",
    403: "denied",
    404: "missing",
    405: "method",
    429: "later",
}


def outcome(response: Any) -> str:
    """Return the word for an answer: `login` and `home` are how the admin refuses visitors and editors."""
    if response.status_code in (301, 302):
        target = response.headers["Location"].partition("?")[0]
        if target.rstrip("/").endswith("/login"):
            return "login"
        return "home" if target == "/admin/" else "moved"
    return WORDS.get(response.status_code, str(response.status_code))


def text_of(response: Any, address: str) -> str:
    """Return everything an answer carries, spreadsheets unpacked, but for the address, which the asker knows."""
    head = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body.startswith(ZIPPED):
        with ZipFile(BytesIO(body)) as files:
            body = b"\n".join(files.read(name) for name in files.namelist())
    text = f"{head}\n{body.decode('utf-8', 'replace')}"
    return text.replace(address.partition("?")[0], "")


@cache
def table() -> dict[str, dict[str, Any]]:
    """Return the reviewed table: profiles by name, and the profile of each pattern and action."""
    return yaml.safe_load(TABLE.read_text())


def expected(section: str, key: str, role: Role, whose: Whose) -> str | None:
    """Return the word that the table gives, or None where it says nothing."""
    profile = table()[section].get(key)
    if profile is None:
        return None
    cells = str(table()["profiles"][profile][role.value]).split()
    return cells[0] if len(cells) == 1 else cells[list(Whose).index(whose)]
