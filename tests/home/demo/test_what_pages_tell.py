"""What each page of the demo site tells search engines and visitors, and what it keeps to its editors."""

import re
from collections import Counter
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from home.demo.data import read
from home.models import HomePage

LINES_OF_A_SOURCE = re.compile(r"\b(?:regels?|lines?) \d+", re.IGNORECASE)
TO_COMPLETE = {
    note for name in ("locations", "example_location") for entry in read(name) for note in entry["to_complete_nl"]
}


def test_each_page_tells_something_of_its_own_and_nothing_meant_for_editors(demo: list[str], client: Client) -> None:
    titles: Counter[tuple[str, str]] = Counter()
    descriptions: Counter[tuple[str, str]] = Counter()
    findings = []
    assert TO_COMPLETE
    for language in ("nl", "en"):
        for entry in read("paths"):
            response: Any = client.get(entry[language])
            if response.status_code != 200:
                continue  # a short address: where it leads is in the list too
            page = BeautifulSoup(response.content, "lxml")
            assert page.title is not None
            assert page.main is not None
            titles[language, page.title.get_text()] += 1
            if told := page.select_one("meta[name=description]"):
                descriptions[language, str(told["content"])] += 1
            rows = {row.get_text(" ", strip=True) for row in page.main.select("li")}
            if LINES_OF_A_SOURCE.search(page.main.get_text(" ", strip=True)) or rows & TO_COMPLETE:
                findings.append(f"{entry[language]}: for editors only")
            if page.select("form[method=get]:not([autocomplete=off])"):
                findings.append(f"{entry[language]}: a form that a browser fills in after Back")

    assert findings == []
    assert [title for title, number in titles.items() if number > 1] == []
    assert [words for words, number in descriptions.items() if number > 1] == []
    home = HomePage.objects.get(locale__language_code="nl")
    assert titles["nl", f"{home.heading} | Opleidingshuis"] == 1
