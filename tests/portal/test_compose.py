"""compose.yaml hands every part what docs/deployment.md promises."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent


def test_each_part_gets_every_documented_variable_and_a_way_out() -> None:
    table = (ROOT / "docs" / "deployment.md").read_text().split("## Environment")[1].split("\n## ")[0]
    rows = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
    names = {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}
    services = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]
    portal = {name: part for name, part in services.items() if part.get("build")}
    assert len(names) > 15
    assert {"web", "worker", "mail", "scheduler"} < set(portal)
    for name, part in portal.items():
        assert names <= set(part["environment"]), name
        assert "outside" in part["networks"], name
    for name in ("database", "cache", "search1"):
        assert services[name]["networks"] == ["inside"]
