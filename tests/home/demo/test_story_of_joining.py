"""Who wants to join reads of a school that did it, and that this school is invented."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client


@pytest.mark.parametrize(
    ("joining", "title", "said"),
    [
        ("/nl/aansluiten/", "Het jaar voordat wij aansloten", "Verzonnen als voorbeeld"),
        ("/en/joining/", "The year before we joined", "Invented as an example"),
    ],
    ids=["nl", "en"],
)
def test_the_page_about_joining_leads_to_a_story_that_says_it_is_invented(
    demo: Any, client: Client, joining: str, title: str, said: str
) -> None:
    page = BeautifulSoup(client.get(joining).content, "html.parser")
    link = page.find("a", string=lambda text: bool(text) and title in text)
    assert link, page.main.get_text(" ", strip=True)[:500]

    story = client.get(str(link["href"]))

    assert story.status_code == 200
    assert said in story.content.decode()
