"""How many queries a page costs a visitor."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.core import content_cache

MOST = 25
"""Queries a public page may cost, header and footer included."""


def queries(client: Client, url: str, *, anew: bool = True) -> list[str]:
    """Return the queries of a page for somebody who is not the first to visit the site.

    The first visit fills what a process keeps for ever, such as content types. What it keeps of the content is made
    anew, as after a publication, when the process has shown another page since: all that this page shows is counted,
    not the frame that every page has. `anew=False` counts a visit after it. Tests put each request in a savepoint of
    its own, which does not count.
    """
    assert client.get(url).status_code == 200, url
    if anew:
        content_cache.renew()
        assert client.get(f"/{url.split('/')[1]}/nergens/").status_code == 404
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries if "SAVEPOINT" not in query["sql"]]
