"""Word lists, one word or pair a line; lines that start with # explain."""

from pathlib import Path

FOLDER = Path(__file__).parent


def read_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a data file, without comments and empty lines."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
