"""Structured data (schema.org) as plain dictionaries: one small function per kind of thing.

A page type that is such a thing has a method `json_ld(site_url)` that returns one of these; `json_ld_for` adds the
breadcrumbs. The data is not a script, so the content policy needs no exception for it.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from portal.core.models.pages import PortalPage


Data = dict[str, Any]

UNSAFE_IN_SCRIPT = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
"""Characters that could end a <script> element, as JSON writes them too."""


def thing(kind: str, **properties: Any) -> Data:
    """Return a thing of a kind with the properties that have a value."""
    known = {name: value for name, value in properties.items() if value not in (None, "", [], {})}
    return {"@type": kind, **known}


def organization(name: str, url: str, **properties: Any) -> Data:
    """Return an organisation: the partnership or a partner."""
    return thing("EducationalOrganization", name=name, url=url, **properties)


def website(name: str, url: str, language: str, search_url: str) -> Data:
    """Return the site with its search box; `search_url` holds `{search_term_string}`."""
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": search_url},
        "query-input": "required name=search_term_string",
    }
    return thing("WebSite", name=name, url=url, inLanguage=language, potentialAction=action)


def school(name: str, url: str, town: str = "") -> Data:
    """Return a school; its town is left out when it is not known."""
    address = thing("PostalAddress", addressLocality=town, addressCountry="NL") if town else None
    return thing("School", name=name, url=url, address=address)


def course(name: str, url: str, description: str, provider: str, sessions: Iterable[Data] = ()) -> Data:
    """Return a lab: a course with its sessions."""
    giver = thing("Organization", name=provider) if provider else None
    return thing(
        "Course", name=name, url=url, description=description, provider=giver, hasCourseInstance=list(sessions)
    )


def session(starts: datetime, ends: datetime, place: str = "") -> Data:
    """Return one session of a lab."""
    where = thing("Place", name=place) if place else None
    return thing(
        "CourseInstance", courseMode="onsite", startDate=starts.isoformat(), endDate=ends.isoformat(), location=where
    )


def event(
    name: str, url: str, starts: datetime, ends: datetime, place: str, description: str = "", cancelled: bool = False
) -> Data:
    """Return an event at a place, which goes on or is cancelled."""
    where = thing("Place", name=place) if place else None
    return thing(
        "Event",
        name=name,
        url=url,
        description=description,
        startDate=starts.isoformat(),
        endDate=ends.isoformat(),
        location=where,
        eventStatus=f"https://schema.org/{'EventCancelled' if cancelled else 'EventScheduled'}",
    )


def webpage(kind: str, name: str, url: str, description: str, language: str) -> Data:
    """Return a page that is not some other thing; `kind` is WebPage or what it is called more exactly."""
    return thing(kind, name=name, url=url, description=description, inLanguage=language)


def article(name: str, url: str, description: str, language: str, published: date | datetime | None) -> Data:
    """Return a story or a piece of news."""
    day = published.isoformat() if published else None
    return thing("Article", headline=name, url=url, description=description, inLanguage=language, datePublished=day)


def defined_term(name: str, url: str, description: str) -> Data:
    """Return a word of the house with its meaning."""
    return thing("DefinedTerm", name=name, url=url, description=description)


def breadcrumbs(links: Sequence[tuple[str, str]]) -> Data:
    """Return the way from the home page; `links` holds (name, full address)."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": url}
        for number, (name, url) in enumerate(links, start=1)
    ]
    return thing("BreadcrumbList", itemListElement=items)


def json_ld_for(page: "PortalPage", site_url: str, links: Sequence[tuple[str, str]] = ()) -> list[Data]:
    """Return what a page says of itself, and the way to it when there is one."""
    own = page.json_ld(site_url)
    return [own, breadcrumbs(links)] if len(links) > 1 else [own]


def as_text(data: list[Data]) -> SafeString:
    """Return data as the text of a `<script type="application/ld+json">`; nothing in it can end the element."""
    graph = {"@context": "https://schema.org", "@graph": data}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(UNSAFE_IN_SCRIPT))
