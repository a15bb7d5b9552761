"""The route finder as tests ask it: the locations, variants and groups of the table of answers."""

from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup
from django.test import Client

from locations.models import LocationPage
from tests.factories import House, make_group, make_location, make_partner, make_variant

DATA = yaml.safe_load((Path(__file__).parent / "data" / "placements.yaml").read_text(encoding="utf-8"))
ADDRESS = "/nl/locaties/jouw-route/"


def make_street(house: House) -> dict[str, LocationPage]:
    """The four locations of the table of answers; UniC is still joining."""
    keys = ("academie-tien", "nxt-doorn", "nxt-maarsbergen", "unic")
    return {
        key: make_location(
            house.locations,
            key,
            status="toetredend" if key == "unic" else "actief",
            without_group_note="UniC sluit nog aan.",
        )
        for key in keys
    }


def make_groups(street: dict[str, LocationPage]) -> dict[str, Any]:
    """The variants and groups of the table of answers."""
    variants = {
        key: make_variant(key, years=years, order=order, without_group_note="Geen eigen groep.")
        for order, (key, years) in enumerate(DATA["variants"].items())
    }
    variants["hbo-voltijd"].institutes.create(partner=make_partner("hogeschool-utrecht"))
    variants["hbo-voltijd"].save()
    return {
        entry["slug"]: make_group(
            entry["slug"],
            order=order,
            years=entry["years"],
            rule=f"De regel van {entry['slug']}.",
            variants=[variants[key] for key in entry["variants"]],
            places=[(street[key], key in entry["meets_at"]) for key in entry["locations"]],
        )
        for order, entry in enumerate(DATA["groups"])
    }


def ask(client: Client, address: str = ADDRESS, **answers: str | list[str]) -> BeautifulSoup:
    response = client.get(address, answers)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")
