"""Which Python the environment of `make` stands on."""

import sys
from pathlib import Path

import pytest

from bin import setup

THIS = (sys.executable, sys.version)


def program(folder: Path, text: str) -> str:
    """Write a program of the shell and return where it is."""
    file = folder / "python3"
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return str(file)


def test_a_python_that_was_compiled_with_profiles_stays(tmp_path: Path) -> None:
    other = program(tmp_path, f'exec "{sys.executable}" "$@"')
    assert setup.quickest(other, "'--enable-shared' '--enable-optimizations'") == THIS


def test_for_one_compiled_without_that_of_the_machine_is_taken(tmp_path: Path) -> None:
    other = program(tmp_path, f'exec "{sys.executable}" "$@"')
    assert setup.quickest(other, "'--enable-shared'") == (other, sys.version)


@pytest.mark.parametrize("lame", ["exit 1", "echo", f'"{sys.executable}" -c "import no_such_part"'])
def test_one_that_cannot_do_all_is_not(tmp_path: Path, lame: str) -> None:
    assert setup.quickest(program(tmp_path, lame), "") == THIS


@pytest.mark.parametrize("step", [-1, 1])
def test_nor_one_of_another_release_or_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    other = program(tmp_path, f'exec "{sys.executable}" "$@"')
    monkeypatch.setattr(sys, "version_info", (3, sys.version_info.minor + step, 0))
    assert setup.quickest(other, "") == THIS
    assert setup.quickest(str(tmp_path / "none"), "") == THIS
