"""How many queries a page costs a visitor."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home import cache_version

MOST = 25
"""Queries a public page may cost, header and footer included."""


def queries(client: Client, url: str, *, anew: bool = True) -> list[str]:
    """Return the queries of a page for somebody who is not the first to visit the site.

    The first visit fills what a process keeps: content types, languages, addresses of sites. The sections of the
    home page, which are kept for a minute, are made anew, so the figure is that of the dearest visit; `anew=False`
    counts a visit after it. Tests put each request in a savepoint of its own, which does not count.
    """
    assert client.get(url).status_code == 200, url
    if anew:
        cache_version.renew()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries if "SAVEPOINT" not in query["sql"]]
