"""The alarms of deploy/alerts.yaml, asked of what the portal tells Prometheus: each compares a series with a number."""

import operator
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
RULE = re.compile(
    r"(?P<grows>increase\()?(?P<series>[\w]+(?:\{[^}]*\})?)(?:\[\w+\]\))? (?P<sign><|>|==) (?P<than>[\d.]+)"
)
SIGNS = {"<": operator.lt, ">": operator.gt, "==": operator.eq}


@cache
def rules() -> dict[str, dict[str, Any]]:
    """Every alarm by its name."""
    (group,) = yaml.safe_load((ROOT / "deploy" / "alerts.yaml").read_text())["groups"]
    return {rule["alert"]: rule for rule in group["rules"]}


def series_in(told: str) -> dict[str, float]:
    """Each series with its value."""
    lines = [line.rsplit(" ", 1) for line in told.splitlines() if line and line[0] != "#"]
    return {series: float(value) for series, value in lines}


def tripped(now: dict[str, float], before: dict[str, float]) -> set[str]:
    """The alarms that go off; what grows is held against an earlier look."""
    found = set()
    for name, rule in rules().items():
        asked = RULE.fullmatch(rule["expr"])
        assert asked, f"{name} is more than these tests understand"
        value = now.get(asked["series"])
        if asked["grows"]:
            value = now.get(asked["series"], 0) - before.get(asked["series"], 0)
        if value is not None and SIGNS[asked["sign"]](value, float(asked["than"])):
            found.add(name)
    return found
