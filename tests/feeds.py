"""Reads a feed as subscribers do and asks it for the rules of its format."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from xml.etree import ElementTree

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
RSS_LANGUAGE = re.compile(r"[a-z]{2}(-[a-z]{2})?")


def read_atom(response: Any) -> Any:
    """Return an Atom feed as feedparser knows it, after asking it for the rules of RFC 4287, section 4."""
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)
    assert root.tag == f"{ATOM}feed"
    _ask_of_atom(root)
    own = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    _ask_own_address(response, own)
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        _ask_of_atom(entry)
    assert root.find(f"{ATOM}author") is not None or all(entry.find(f"{ATOM}author") is not None for entry in entries)
    names = [element.findtext(f"{ATOM}id") for element in (root, *entries)]
    assert len(names) == len(set(names))
    return _known_to_a_reader(response)


def _ask_of_atom(element: ElementTree.Element) -> None:
    for name in ("id", "title", "updated"):
        assert len(element.findall(f"{ATOM}{name}")) == 1, name
    _ask_name(element.findtext(f"{ATOM}id"))
    for moment in [*element.findall(f"{ATOM}updated"), *element.findall(f"{ATOM}published")]:
        assert RFC3339.fullmatch(moment.text or "")
        datetime.fromisoformat(str(moment.text))
    for author in element.findall(f"{ATOM}author"):
        assert [bool(name.text) for name in author.findall(f"{ATOM}name")] == [True]
    links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in element.findall(f"{ATOM}link")]
    assert len(links) == len(set(links))
    assert all(_is_absolute(link.get("href")) for link in element.findall(f"{ATOM}link"))
    assert all(category.get("term") for category in element.findall(f"{ATOM}category"))


def read_rss(response: Any) -> Any:
    """Return an RSS feed as feedparser knows it, after asking it for the rules of RSS 2.0 and the RSS profile."""
    assert response.status_code == 200
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    channel = root[0]
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        assert [bool(element.text) for element in channel.findall(name)] == [True], name
    assert _is_absolute(channel.findtext("link"))
    assert RSS_LANGUAGE.fullmatch(str(channel.findtext("language")))
    own = [link.get("href") for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"]
    _ask_own_address(response, own)
    names = [_ask_of_item(item) for item in channel.findall("item")]
    assert len(names) == len(set(names))
    for moment in channel.iter("pubDate"):
        assert parsedate_to_datetime(str(moment.text)).tzinfo
    return _known_to_a_reader(response)


def _ask_of_item(item: ElementTree.Element) -> str:
    assert item.findtext("title") or item.findtext("description")
    assert _is_absolute(item.findtext("link"))
    guid = item.find("guid")
    assert guid is not None
    if guid.get("isPermaLink") == "false":
        _ask_name(guid.text)
    else:
        assert _is_absolute(guid.text)
    return str(guid.text)


def _ask_own_address(response: Any, links: list[str | None]) -> None:
    """Ask that a feed leads to itself, query included; the host is that of the site, not of the test."""
    assert len(links) == 1
    assert _is_absolute(links[0])
    asked = urlsplit(response.wsgi_request.build_absolute_uri())
    assert urlsplit(str(links[0]))[2:] == asked[2:]


def _ask_name(name: str | None) -> None:
    """Ask that a name is an absolute IRI, and that a `urn:uuid` holds nothing but a UUID."""
    assert name
    assert " " not in name
    if name.startswith("urn:uuid:"):
        assert f"urn:uuid:{UUID(name.removeprefix('urn:uuid:'))}" == name
    else:
        assert _is_absolute(name) or re.fullmatch(r"tag:[\w.@-]+,\d{4}(-\d\d(-\d\d)?)?:\S+", name)


def _is_absolute(address: str | None) -> bool:
    parts = urlsplit(address or "")
    return bool(parts.scheme in ("http", "https") and parts.netloc) and str(address).isascii()


def _known_to_a_reader(response: Any) -> Any:
    found = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
    assert not found.bozo, found.get("bozo_exception")
    return found
