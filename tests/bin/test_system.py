"""What a machine says of itself."""

import os
from pathlib import Path

import pytest

from bin.embedded.system import processors

SEEN = len(os.sched_getaffinity(0))


@pytest.mark.parametrize(
    ("said", "may_use"),
    [
        ("max 100000\n", SEEN),
        ("100000 100000\n", 1),
        ("150000 100000\n", 1),
        ("50000 100000\n", 1),
        ("6400000 100000\n", min(SEEN, 64)),
        ("", SEEN),
        ("none", SEEN),
    ],
)
def test_a_container_counts_the_processors_it_was_granted(tmp_path: Path, said: str, may_use: int) -> None:
    quota = tmp_path / "cpu.max"
    quota.write_text(said)
    assert processors(quota) == may_use


def test_where_nothing_is_granted_all_that_are_seen_count(tmp_path: Path) -> None:
    assert processors(tmp_path / "absent") == SEEN
