"""What the guides of the demo promise: a step that names something of the portal leads there, and it is there."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from home.models import GuidePage

NAMES_THE_PORTAL = re.compile(
    r"[Hh]et portaal|naast elkaar|contactpersoon|via een link|[Kk]ies de vraag|hele opleiding|hoe wij opleiden|"
    r"waar het lab voor meetelt|Vul datum|[Kk]ijk welke locatie|Kies het soort|Kies groep"
)
"""The words with which a step names something that the portal does."""

HELPS_EDITORS = "/admin/"
"""What only an editor opens begins with this; a visitor is asked to sign in."""


def steps(page: Any, client: Client) -> list[tuple[str, str]]:
    """Each step as a visitor reads it: its words, and where it leads to; empty for nowhere."""
    read = BeautifulSoup(client.get(page.get_url()).content, "html.parser")
    for note in read.select("[popover]"):
        note.decompose()  # what a word of the house means is no part of the step
    found = []
    for step in read.select("ol.steps li:has(h3)"):
        link = step.select_one("p > a[href]")
        found.append((step.get_text(" ", strip=True), str(link["href"]) if link else ""))
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_step_that_names_something_of_the_portal_leads_there(demo: Any, client: Client, language: str) -> None:
    guides = {page.translation_key: page for page in GuidePage.objects.live().filter(locale__language_code=language)}
    dutch = GuidePage.objects.live().filter(locale__language_code="nl")
    promised = 0
    for guide in dutch:
        for (words, _link), (_text, link) in zip(
            steps(guide, client), steps(guides[guide.translation_key], client), strict=True
        ):
            assert bool(NAMES_THE_PORTAL.search(words)) == bool(link), (guide.slug, words, link)
            if link:
                promised += 1
                answer = client.get(link.partition("#")[0])
                there = answer.status_code == 302 if link.startswith(HELPS_EDITORS) else answer.status_code == 200
                assert there, (link, answer.status_code)

    assert promised >= 11
