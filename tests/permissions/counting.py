"""How many cells were asked, told to the report of `make test`."""

from collections import Counter

from tests.permissions.world import World
from tests.report_plugin import report

CELLS: Counter[str] = Counter()


def count(kind: str, cells: int, requests: int, world: World, whole: int | None = None) -> None:
    """Add cells of a kind, and how many different requests they took; a kind is counted in one module only.

    `whole` says how many of the cells were asked with a whole request, where others were asked of the rule only.
    """
    CELLS[f"{kind} cells"] += cells
    CELLS[f"{kind} asked whole"] += cells if whole is None else whole
    CELLS[f"{kind} requests"] += requests
    report.add("permissions", {**CELLS, "canaries": len(world.canaries.places)})
