"""Ways to write the number of a thing that some reader takes for that number, and others do not."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from tests.permissions.actions import Action
from tests.permissions.actions.base import Bundle

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

NUMBER = re.compile(r"[1-9][0-9]*")


def spellings(number: int | str) -> list[str]:
    """Return a number in spellings that no part of the site writes, and texts that are no number at all."""
    plain = str(number)
    return [
        f" {plain}",
        f"{plain} ",
        f"\t{plain}\n",
        f"+{plain}",
        f"-{plain}",
        f"0{plain}",
        f"000000{plain}",
        f"{plain[0]}_{plain[1:]}" if len(plain) > 1 else f"0_{plain}",
        plain.translate(FULL_WIDTH),
        plain.translate(SUPERSCRIPT),
        plain.translate(ARABIC),
        "".join(f"_{ord(digit):X}" for digit in plain),  # as Django's admin quotes the key of a thing
        f"{plain}.0",
        f"{plain},{plain}",
        f"[{plain}]",
        f"\u00a0{plain}",
        f"{plain}\x00",
        "",
        "abc",
        "²",
        "all",
        "9" * 12,
        "9" * 5000,
    ]


def asked_in(address: str) -> Iterator[str]:
    """Yield an address with each number behind its question mark spelled otherwise, twice, as JSON, or not at all."""
    path, mark, question = address.partition("?")
    if not mark:
        return
    parts = question.split("&")
    for place, part in enumerate(parts):
        name, _sign, value = part.partition("=")
        if not NUMBER.fullmatch(value):
            continue
        before, after = parts[:place], parts[place + 1 :]
        for spelled in spellings(value):
            yield f"{path}?{'&'.join([*before, f'{name}={quote(spelled)}', *after])}"
            yield f"{path}?{'&'.join([*before, part, f'{name}={quote(spelled)}', *after])}"
        yield f"{path}?{'&'.join([*before, *after])}"
        yield f"{path}?{'&'.join([*before, f'{name}[]={value}', *after])}"
        yield f"{path}?{'&'.join([*before, f'{name}=all&childOf={quote(spellings(value)[9])}', *after])}"


def in_path(address: str) -> Iterator[str]:
    """Yield an address with each number in its path spelled otherwise."""
    path, mark, question = address.partition("?")
    steps = path.split("/")
    for place, step in enumerate(steps):
        if NUMBER.fullmatch(step):
            for spelled in spellings(step):
                yield "/".join([*steps[:place], quote(spelled, safe=""), *steps[place + 1 :]]) + mark + question


def fields_with_numbers(action: Action, bundle: Bundle) -> list[str]:
    """Return the fields in what an action sends that hold the number of a thing, or several."""
    return [name for name, value in action.data(bundle).items() if NUMBER.fullmatch(str(value)) and str(value) != "1"]


def bodies(action: Action, bundle: Bundle, name: str) -> Iterator[dict[str, Any] | str]:
    """Yield what an action sends with one number spelled otherwise, twice, in a list, as JSON, or not at all."""
    data = action.data(bundle)
    value = data[name]
    for spelled in spellings(value):
        yield {**data, name: spelled}
        yield {**data, name: [spelled, value]}
    yield {**data, name: []}
    yield {**data, name: [value, value]}
    yield {key: other for key, other in data.items() if key != name}
    yield json.dumps({**data, name: value}, default=str)
    yield json.dumps([value], default=str)
