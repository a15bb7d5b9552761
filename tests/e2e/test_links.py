"""Every address of the demo site answers, and every internal link on it leads somewhere."""

from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import pytest
from bs4 import BeautifulSoup

from tests.e2e.addresses import gated_addresses
from tests.e2e.site import DemoSite

pytestmark = pytest.mark.e2e


def status(url: str) -> tuple[int, str, str]:
    """Return the status, the content type and the text of an address, redirects followed."""
    try:
        with urlopen(url, timeout=30) as answer:
            return answer.status, answer.headers.get("content-type", ""), answer.read().decode("utf-8", "replace")
    except HTTPError as problem:
        return problem.code, "", ""


def internal_links(base: str, html: str) -> set[str]:
    """Return the addresses on the same host that a page links to or loads, without fragments."""
    soup = BeautifulSoup(html, "html.parser")
    found = {tag.get(name) for name in ("href", "src") for tag in soup.find_all(attrs={name: True})}
    full = {urljoin(base, str(link)).partition("#")[0] for link in found}
    host = urlsplit(base).netloc
    return {link for link in full if urlsplit(link).netloc == host and urlsplit(link).scheme in ("http", "https")}


@pytest.mark.timeout(900)
def test_every_page_answers_and_every_internal_link_leads_somewhere(demo: DemoSite) -> None:
    start = {demo.url(path) for path in demo.pages()} | {demo.url(path) for _n, _l, path in gated_addresses(demo)}
    seen: set[str] = set()
    waiting = set(start)
    broken = []
    while waiting:
        url = waiting.pop()
        seen.add(url)
        code, content_type, text = status(url)
        if code != 200:
            broken.append(f"{code} {url}")
        # Combinations of filters are endless: a link with a query is opened, not followed further.
        elif "html" in content_type and not urlsplit(url).query and "/admin/" not in url:
            waiting |= internal_links(url, text) - seen

    assert broken == []
    assert len(seen) > 200
