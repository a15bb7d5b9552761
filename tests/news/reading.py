"""How these tests read a page."""

import json
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client


def soup(client: Client, url: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(url)
    assert answer.status_code == status
    return BeautifulSoup(answer.content, "html.parser")


def texts(page: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(item.get_text(" ").split()) for item in page.select(selector)]


def linked_data(page: BeautifulSoup) -> dict[str, Any]:
    """Return what a page says of itself to search engines."""
    graph = json.loads(str(page.find("script", type="application/ld+json").string))["@graph"]
    return next(item for item in graph if item["@type"] != "BreadcrumbList")
