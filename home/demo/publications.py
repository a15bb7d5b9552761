"""Stories, insights, plans, events, news and guides."""

from datetime import date
from typing import Any

from wagtail.rich_text import RichText

from home.demo.body import block, h2, items, p, prose, text, ul
from home.demo.data import day, moment, read
from home.demo.site import DemoSite, set_children
from home.models import GuidePage
from news.models import (
    EventLocation,
    EventPage,
    InsightPage,
    InsightRelated,
    InsightTheme,
    NewsPage,
    PlanLocation,
    PlanPage,
    PlanPartner,
    PlanTheme,
    StoryInsight,
    StoryLab,
    StoryLocation,
    StoryPage,
    StoryTheme,
)

GUIDE_PARENTS = {"collega-in-opleiding": "handreikingen"}
"""Standing page per audience; all other guides stand with the guides for educators and editors."""


def quoted(site: DemoSite, entry: dict[str, Any]) -> str:
    """Return the literal quotation of an entry; it stays Dutch in every language."""
    return site.words.same(entry["quote"]["text"]) if entry.get("quote") else ""


def build_insights(site: DemoSite) -> None:
    """Make the insights, then link those that belong together."""
    entries = read("insights")
    for entry in entries:
        page = InsightPage(
            title=site.words.text(entry, "title"),
            summary=site.words.text(entry, "text"),
            kind=entry["kind"],
            audience=entry.get("audience", ""),
            what_helped=site.words.text(entry, "what_helped"),
            quote=quoted(site, entry),
            body=prose(text(site, entry, "more")),
        )
        set_children(page, themes=[InsightTheme(theme=site.page("thema", slug)) for slug in entry["themes"]])
        site.publish("inzicht", entry, site.page("pagina", "inzichten"), page)
    for entry in entries:
        if entry["related"]:
            page = site.page("inzicht", entry["slug"])
            set_children(
                page, related=[InsightRelated(insight=site.page("inzicht", slug)) for slug in entry["related"]]
            )
            page.save_revision().publish()


def build_stories(site: DemoSite) -> None:
    """Make the stories in the space of their location."""
    # The newest story stands first everywhere, so the first of the file is published last.
    for entry in reversed(read("stories")):
        crossed = entry["sectors_crossed"]
        page = StoryPage(
            title=site.words.text(entry, "title"),
            summary=site.words.text(entry, "intro"),
            sector_from=crossed[0],
            sector_to=crossed[1],
            people=site.words.text(entry, "people"),
            basis=entry["basis"],
            consent=StoryPage.Consent.NOT_NEEDED,
            quote=quoted(site, entry),
            body=[
                *prose(text(site, entry, "body")),
                *prose(h2(site.words.add("Wat ik meeneem", "What I take with me")), text(site, entry, "learned")),
                *items(site, "checklist", ("Probeer het zelf", "Try it yourself"), entry, "try"),
            ],
            listing_image=site.picture("-naar-".join(crossed)),
        )
        set_children(
            page,
            places=[StoryLocation(location=site.page("locatie", entry["location"]))],
            labs=[StoryLab(lab=site.page("lab", slug)) for slug in entry["labs"]],
            themes=[StoryTheme(theme=site.page("thema", slug)) for slug in entry["themes"]],
            insights=[StoryInsight(insight=site.page("inzicht", slug)) for slug in entry["insights"]],
        )
        site.publish("verhaal", {**entry, "sectors": crossed}, site.page("locatie", entry["location"]), page)


def build_plans(site: DemoSite) -> None:
    """Make the plans with their status."""
    for entry in read("plans"):
        page = PlanPage(
            title=site.words.text(entry, "title"),
            summary=site.words.text(entry, "text"),
            status=entry["status"],
            horizon=site.words.text(entry, "horizon"),
            review_on=day(entry["review_on"]),
            body=prose(
                h2(site.words.add("Waarom", "Why")),
                text(site, entry, "why"),
                h2(site.words.add("Open vraag", "Open question")),
                text(site, entry, "open"),
            ),
        )
        set_children(
            page,
            partner_rows=[PlanPartner(partner=site.partners[slug]) for slug in entry["partners"]],
            places=[PlanLocation(location=site.page("locatie", slug)) for slug in entry["locations"]],
            themes=[PlanTheme(theme=site.page("thema", slug)) for slug in entry["themes"]],
        )
        site.publish("plan", entry, site.page("pagina", "plannen"), page)


def build_events(site: DemoSite) -> None:
    """Make the example events of all locations together."""
    for entry in read("events"):
        page = EventPage(
            title=site.words.text(entry, "title"),
            summary=site.words.text(entry, "text"),
            starts=moment(entry["date"], entry["start"]),
            ends=moment(entry["date"], entry["end"]),
            capacity=entry["capacity"],
            opens_doors=entry["element"] == "schoolsafari",
            body=_workshops(site, entry),
            listing_image=site.picture("samen"),
        )
        set_children(page, places=[EventLocation(location=site.page("locatie", slug)) for slug in entry["locations"]])
        site.publish("evenement", entry, site.page("pagina", "evenementen"), page)


def _workshops(site: DemoSite, entry: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return the workshops of a symposium as an agenda."""
    rounds = [
        {"label": _clock(site, shop), "text": RichText(p(site.words.text(shop, "title")))}
        for shop in entry.get("workshops", [])
    ]
    agenda = {"kind": "agenda", "heading": site.words.same("Workshops"), "lines": rounds}
    return [block("listing", agenda)] if rounds else []


def _clock(site: DemoSite, row: dict[str, str]) -> str:
    """Return the times of a row as each language writes them."""
    dutch = f"{row['start']}–{row['end']} uur".replace(":", ".")
    return site.words.add(dutch, f"{row['start']}–{row['end']}")


def build_news(site: DemoSite) -> None:
    """Make the example news in the spaces of partners."""
    for entry in read("news"):
        page = NewsPage(
            title=site.words.text(entry, "title"),
            summary=site.words.text(entry, "summary"),
            date=date.fromisoformat(entry["date"]),
            body=prose(text(site, entry, "body")),
        )
        site.publish("nieuws", entry, site.space(entry["space"]), page)


def build_guides(site: DemoSite) -> None:
    """Make the guides with their steps and what comes along to print or copy."""
    for entry in read("guides"):
        page = GuidePage(
            title=site.words.text(entry, "title"),
            summary=site.words.text(entry, "intro"),
            audience=entry["audience"],
            privacy_note=site.words.text(entry, "privacy"),
            quote=quoted(site, entry),
            steps=[("step", step) for step in _steps(site, entry)],
            extras=_extras(site, entry.get("extras") or {}),
        )
        parent = GUIDE_PARENTS.get(entry["audience"], "handreikingen-voor-opleiders")
        site.publish("handreiking", entry, site.page("pagina", parent), page)


def _steps(site: DemoSite, entry: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the steps; what the house asks and offers comes along as steps of their own."""
    words, extras = site.words, entry.get("extras") or {}
    steps = [
        {"title": words.text(step, "title"), "text": RichText(text(site, step, "text")), **_place(site, step)}
        for step in entry["steps"]
    ]
    for field, dutch, english in (
        ("what_we_ask", "Weet wat we van je vragen", "Know what we ask of you"),
        ("what_we_offer", "Weet wat je van ons krijgt", "Know what we offer you"),
    ):
        if extras.get(f"{field}_nl"):
            asked = RichText(ul(words.lines(extras, field)))
            steps.append({"title": words.add(dutch, english), "text": asked, **_place(site, {})})
    return steps


def _place(site: DemoSite, step: dict[str, Any]) -> dict[str, Any]:
    """Return where a step is done, for one that names something of the portal; a form keeps both when empty too."""
    place = step.get("place")
    if not place:
        return {"page": None, "address": ""}
    address = site.words.add(place.get("address_nl", ""), place.get("address_en", ""))
    return {"page": site.page("pagina", place["page"]) if "page" in place else None, "address": address}


def _extras(site: DemoSite, extras: dict[str, Any]) -> list[tuple[str, Any]]:
    words = site.words
    blocks = [
        ("agenda", words.lines(extras, "agenda")),
        ("invitation", words.text(extras, "invitation")),
        ("questions", [*words.lines(extras, "questions"), *words.lines(extras, "self_check")]),
        ("checklist", words.lines(extras, "checklist")),
        ("assignments", [_assignment(site, row) for row in extras.get("assignments", [])]),
    ]
    return [block for block in blocks if block[1]]


def _assignment(site: DemoSite, row: dict[str, Any]) -> str:
    place = site.page("locatie", row["location"]).title
    return site.words.add(
        f"{place}: {row['title_nl']}. {row['text_nl']}", f"{place}: {row['title_en']}. {row['text_en']}"
    )
