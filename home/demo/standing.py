"""The home page, the indexes of the menu and the standing pages."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site
from wagtail.rich_text import RichText

from curriculum.models import CurriculumIndexPage, LabIndexPage, RhythmElementPage, ThemeIndexPage
from home.demo.body import block, cards, items, p, sections
from home.demo.data import read
from home.demo.site import DemoSite
from home.models import GlossaryPage, HomePage, StandardPage
from locations.models import LocationIndexPage, OnboardingIndexPage, OpenQuestionsPage, PartnerIndexPage
from news.models import StoryIndexPage
from portal.core.models.pages import PortalPage

PAGE_TYPES: dict[str, type[PortalPage]] = {
    "locaties": LocationIndexPage,
    "labs": LabIndexPage,
    "curriculum": CurriculumIndexPage,
    "themas": ThemeIndexPage,
    "verhalen": StoryIndexPage,
    "aansluiten": OnboardingIndexPage,
    "partnerschap": PartnerIndexPage,
    "woordenlijst": GlossaryPage,
    "bord": OpenQuestionsPage,
}
"""Page type by key; everything else in pages.yaml is a standing page."""

FRONT_FIGURES = (
    "nieuwe-collegas-lerarenopleidingen",
    "nieuwe-collegas-mbo-en-pabo",
    "verhouding-in-opleiding-en-collegas",
    "locaties-met-unic",
)
"""The figures on the home page."""

STORY_OF_JOINING = "een-jaar-voor-de-start"
"""The invented story to which the page about joining leads."""

DOORS = {"jouw-route": ("locaties", "jouw-route/", "your-route/")}
"""Entry points that lead to a tool of a page: page, Dutch and English part of the address."""


def build_home(site: DemoSite) -> None:
    """Make the Dutch home page and let the site begin there, instead of Wagtail's welcome page."""
    entry, words = read("pages")["home"], site.words
    root = Page.get_first_root_node()
    page = HomePage(
        title=words.text(entry, "title"),
        heading=words.text(entry, "heading"),
        summary=words.text(entry, "lead"),
        popular_searches=words.text(entry, "popular"),
    )
    marks = {"slug": "home", "slug_nl": "opleidingshuis", "slug_en": "opleidingshuis-en", "source_lines": [15, 22]}
    site.publish("pagina", marks, root, page)
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "root_page": page,
            "site_name": settings.WAGTAIL_SITE_NAME,
            "hostname": address.hostname or "localhost",
            "port": address.port or (443 if address.scheme == "https" else 80),
        },
    )
    for welcome in Page.objects.child_of(root).exclude(pk=page.pk).filter(content_type__model="page"):
        welcome.delete()


def build_standing_pages(site: DemoSite) -> None:
    """Make the indexes and standing pages in the order of the menu."""
    for entry in (entry for entry in read("pages")["pages"] if "leads_to" not in entry):
        kind = PAGE_TYPES.get(entry["key"], StandardPage)
        page = kind(
            title=site.words.text(entry, "title"),
            summary=site.words.text(entry, "intro"),
            show_in_menus=entry["parent"] == "home" and not entry.get("footer"),
            **_own_fields(site, kind, entry),
        )
        site.publish("pagina", entry, site.page("pagina", entry["parent"]), page)


def build_signposts(site: DemoSite) -> None:
    """Make the pages that say who answers what this site does not, with a way to each of them."""
    for entry in (entry for entry in read("pages")["pages"] if "leads_to" in entry):
        partners = [site.page("partner", slug) for slug in entry["leads_to"]]
        page = StandardPage(
            title=site.words.text(entry, "title"),
            summary=site.words.text(entry, "intro"),
            body=[*sections(site, entry), *cards(site, ("Wie het wel weet", "Who does know"), partners)],
        )
        site.publish("pagina", entry, site.page("pagina", entry["parent"]), page)


def _figures(site: DemoSite) -> list[tuple[str, Any]]:
    """Return every figure of the house."""
    figures = [figure for (kind, _slug), figure in site.snippets.items() if kind == "cijfer"]
    return [block("figures", {"heading": "", "figures": figures})]


def _timeline(site: DemoSite) -> list[tuple[str, Any]]:
    """Return the history; the source dates one event only, so the others have an order in words."""
    moments = [
        {
            "when": site.words.text(event, "when"),
            "text": RichText(p(site.words.text(event, "text"))),
            "is_plan": False,
        }
        for event in read("timeline")
    ]
    return [block("timeline", {"heading": "", "moments": moments})]


def _source(site: DemoSite) -> list[tuple[str, Any]]:
    """Return the facts about the practice illustration itself."""
    facts = [
        {"term": site.words.text(row, "term"), "value": site.words.text(row, "value")}
        for row in read("figures")["facts"]
    ]
    return [block("facts", {"heading": "", "facts": facts})]


EXTRA_BLOCKS = {"cijfers": _figures, "geschiedenis": _timeline, "praktijkillustratie": _source}
"""Blocks of standing pages that show what is kept elsewhere."""


def _own_fields(site: DemoSite, kind: type[PortalPage], entry: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if kind is not ThemeIndexPage:
        fields["body"] = [*sections(site, entry), *EXTRA_BLOCKS.get(entry["key"], lambda site: [])(site)]
    if kind is OnboardingIndexPage:
        trajectory = read("onboarding")["trajectory"]
        fields["trajectory_title"] = site.words.text(trajectory, "title")
        fields["trajectory_intro"] = site.words.text(trajectory, "intro")
    return fields


def build_rhythm(site: DemoSite) -> None:
    """Make a page for each element of the rhythm."""
    for entry in read("rhythm"):
        page = RhythmElementPage(
            title=site.words.text(entry, "title"),
            summary=site.words.text(entry, "text"),
            cadence=entry["cadence"],
            week=entry["week_in_cycle"],
            purpose=site.words.text(entry, "purpose"),
            who=site.words.text(entry, "who"),
            body=[
                *items(
                    site, "agenda", ("Zo kan de agenda eruitzien", "What the agenda can look like"), entry, "agenda"
                ),
                *cards(site, ("Lees verder", "Read on"), _reading(site, entry)),
            ],
            listing_image=site.picture(f"week-{entry['week_in_cycle'] or 3}"),
        )
        site.publish("ritme", entry, site.page("pagina", "ritme"), page)


def _reading(site: DemoSite, entry: dict[str, Any]) -> list[Any]:
    """Return the guide and the events that belong to an element of the rhythm."""
    guides = [site.page("handreiking", entry["guide"])] if entry.get("guide") else []
    events = [event["slug"] for event in read("events") if event["element"] == entry["slug"]]
    return [*guides, *(site.page("evenement", slug) for slug in events)]


def complete_home(site: DemoSite) -> None:
    """Fill what leads to other pages: the entry points, the story of joining, the questions that lead to a location."""
    home, words = site.page("pagina", "home"), site.words
    for door in read("pages")["home"]["doors"]:
        target, dutch, english = DOORS.get(door["target"], (door["target"], "", ""))
        value = {
            "title": words.text(door, "title"),
            "text": words.text(door, "text"),
            "page": site.page("pagina", target),
            "address": words.add(dutch, english),
        }
        home.doors.append(("door", value))
    figures = [site.snippets["cijfer", slug] for slug in FRONT_FIGURES]
    heading = words.add("Het Opleidingshuis in cijfers", "The Opleidingshuis in figures")
    home.body.append(block("figures", {"heading": heading, "figures": figures}))
    home.save_revision().publish()
    joining = site.page("pagina", "aansluiten")
    told = cards(site, ("Een school die het deed", "A school that did it"), [site.page("verhaal", STORY_OF_JOINING)])
    joining.body.extend(told)
    joining.save_revision().publish()
    index = site.page("pagina", "locaties")
    for question in read("questions"):
        answers = [
            {"location": site.page("locatie", answer["location"]), "reason": words.text(answer, "reason")}
            for answer in question["answers"]
        ]
        asked = {"key": question["slug"], "question": words.text(question, "question"), "answers": answers}
        index.questions.append(("question", asked))
    index.save_revision().publish()
