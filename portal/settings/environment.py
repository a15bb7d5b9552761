"""Reading the environment: an empty variable is one that is not set, and a wrong one is refused by its name.

A file for several containers passes variables on that nobody filled in; they arrive here as empty words.
"""

import os

from django.core.exceptions import ImproperlyConfigured

NO_DATABASE = "No database: run `make run` in another terminal, or set DATABASE_URL to a server of yours"


asked_for: set[str] = set()
"""The names of all variables that the settings looked for."""


def text(name: str, default: str = "") -> str:
    """Return a variable of the environment, or the default when it is missing or empty."""
    asked_for.add(name)
    return os.environ.get(name, "").strip() or default


def number(name: str, default: int) -> int:
    """Return a variable that is a whole number from 0 on; raise ImproperlyConfigured for something else."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit()):
        raise refused(name, "must be a whole number")
    return int(value)


def flag(name: str, default: bool) -> bool:
    """Return a variable that is 1 or 0; raise ImproperlyConfigured for something else."""
    value = text(name, "1" if default else "0")
    if value not in ("0", "1"):
        raise refused(name, "must be 1 or 0")
    return value == "1"


def one_of(name: str, *values: str) -> str:
    """Return a variable that is one of these words, by default the first; raise ImproperlyConfigured for another."""
    if (value := text(name, values[0])) in values:
        return value
    raise refused(name, f"must be one of {', '.join(values)}")


def required(name: str) -> str:
    """Return a variable of the environment; raise ImproperlyConfigured when it is missing or empty."""
    if value := text(name):
        return value
    raise ImproperlyConfigured(f"Set the environment variable {name}; docs/deployment.md tells what it is for.")


def refused(name: str, why: str) -> ImproperlyConfigured:
    """Return the error for a variable with a value that cannot be."""
    return ImproperlyConfigured(f"The environment variable {name} {why}; docs/deployment.md tells what it is for.")
