"""The offer: variants, training groups, school year, themes, labs with their sessions, and outcomes."""

import uuid
from typing import Any

from curriculum.models import (
    CycleStart,
    GroupPlace,
    GroupVariant,
    LabGroup,
    LabLocation,
    LabPage,
    LabPartner,
    LabSession,
    LabTheme,
    OutcomeGroup,
    OutcomeLab,
    OutcomePage,
    OutcomeTheme,
    ProgrammeVariant,
    SchoolBreak,
    SchoolYear,
    ThemePage,
    TrainingGroup,
    VariantInstitute,
)
from home.demo.body import h2, items, prose, text, ul
from home.demo.data import day, moment, read, source_lines
from home.demo.site import DemoSite, set_children

SESSION_NAMESPACE = uuid.UUID("6f3c1c8e-6a43-4c47-9a0b-0b5a4f0d2f0e")
"""Fixed, so that a session keeps its identity however often the demo site is made anew."""


def build_school_year(site: DemoSite) -> None:
    """Make the example school year with its holidays and the start of the cycle."""
    entry = read("school_year")
    year = SchoolYear(slug=entry["slug"], starts=day(entry["start"]), ends=day(entry["end"]), is_example=True)
    holidays = [_break(row, row["from"], row["to"], is_holiday=True) for row in entry["holidays"]]
    days_off = [_break(row, row["date"], row["date"], is_holiday=False) for row in entry["days_off"]]
    starts = [CycleStart(starts=day(entry["cycle_start"]))]
    set_children(year, breaks=[*holidays, *days_off], cycle_starts=starts).save()


def _break(row: dict[str, str], first: str, last: str, *, is_holiday: bool) -> SchoolBreak:
    return SchoolBreak(
        name=row["name_nl"], name_en=row["name_en"], starts=day(first), ends=day(last), is_holiday=is_holiday
    )


def build_groups(site: DemoSite) -> None:
    """Make programme variants and training groups, with the rules in words."""
    content, words = read("training_groups"), site.words
    for order, entry in enumerate(read("variants")):
        variant = ProgrammeVariant(
            locale=site.locale,
            slug=entry["slug"],
            name=words.text(entry, "name"),
            level=entry["level"],
            explanation=words.text(entry, "explanation"),
            level_note=words.text(entry, "note"),
            sectors=entry["sectors"],
            years=entry["years"],
            funded=entry["funded"],
            without_group_note=_rule_without_group(site, content, entry["slug"]),
            order=order,
            is_example=entry["example"],
        )
        institutes = [
            VariantInstitute(partner=site.partners[slug], is_example=entry["example"]) for slug in entry["institutes"]
        ]
        set_children(variant, institutes=institutes).save()
        site.snippets["variant", entry["slug"]] = variant
    for order, entry in enumerate(content["groups"]):
        site.snippets["groep", entry["slug"]] = _group(site, content, entry, order)


def _rule_without_group(site: DemoSite, content: dict[str, Any], variant: str) -> str:
    """Return the rule in words for a variant that has no group of its own anywhere."""
    for rule in content["rules"]:
        variants = rule["when"]["variants"]
        if variants != "all" and variant in variants and rule["then"] == {"group": None}:
            return site.words.text(rule, "text")
    return ""


def _group(site: DemoSite, content: dict[str, Any], entry: dict[str, Any], order: int) -> TrainingGroup:
    words = site.words
    rule: dict[str, Any] = next((rule for rule in content["rules"] if rule["then"].get("group") == entry["slug"]), {})
    group = TrainingGroup(
        locale=site.locale,
        slug=entry["slug"],
        name=words.text(entry, "name"),
        text=words.text(entry, "text"),
        rule=words.text(rule, "text"),
        search_phrases=site.phrases("groep", entry["slug"]),
        quote=words.same(rule.get("quote", {}).get("text", "")),
        years=entry["years"],
        order=order,
        source_lines=source_lines(entry),
    )
    variants = [GroupVariant(variant=site.snippets["variant", slug]) for slug in entry["variants"]]
    places = [
        GroupPlace(location=site.page("locatie", slug), meets_here=slug in entry["meets_at"])
        for slug in entry["locations"]
    ]
    set_children(group, variants=variants, places=places).save()
    return group


def build_themes(site: DemoSite) -> None:
    """Make the theme pages, each with the questions that belong to it."""
    for entry in read("themes"):
        page = ThemePage(
            title=site.words.text(entry, "name"),
            summary=site.words.text(entry, "description"),
            kind=entry["kind"],
            body=prose(
                text(site, entry, "text"),
                h2(site.words.add("Vragen bij dit thema", "Questions that belong to this theme")),
                ul(site.words.lines(entry, "questions")),
            ),
        )
        site.publish("thema", entry, site.page("pagina", "themas"), page)


def build_labs(site: DemoSite) -> None:
    """Make the labs in the space of the first partner that offers them, with all their sessions."""
    calendar = read("sessions")
    places = {place["slug"]: place for place in calendar["places"]}
    for entry in read("labs"):
        sessions = [_session(site, entry["slug"], row, places) for row in calendar["sessions"][entry["slug"]]]
        page = set_children(_lab(site, entry), sessions=sessions)
        site.publish("lab", entry, site.space(entry["offered_by"][0]), page)


def _lab(site: DemoSite, entry: dict[str, Any]) -> LabPage:
    words = site.words
    page = LabPage(
        title=words.text(entry, "title"),
        concern=words.text(entry, "practice_question"),
        summary=words.text(entry, "summary"),
        how_it_works=words.text(entry, "description"),
        takeaway=words.joined(entry, "take_away"),
        kind=entry["kind"],
        cadence=entry["cadence"],
        week_in_cycle=entry["week_in_cycle"],
        is_free_choice=entry["choice"],
        body=[
            *items(site, "steps", ("Stap voor stap", "Step by step"), entry, "steps"),
            *prose(h2(words.add("Neem mee", "Bring along")), text(site, entry, "bring")),
        ],
        listing_image=site.picture("week-3" if entry["kind"] == "vaardigheden" else "week-1"),
    )
    return set_children(
        page,
        themes=[LabTheme(theme=site.page("thema", slug)) for slug in entry["themes"]],
        groups=[LabGroup(group=site.snippets["groep", slug]) for slug in entry["groups"]],
        places=[LabLocation(location=site.page("locatie", slug)) for slug in entry["locations"]],
        offered_with=[LabPartner(partner=site.partners[slug]) for slug in entry["offered_by"][1:]],
    )


def _session(site: DemoSite, lab: str, row: dict[str, Any], places: dict[str, Any]) -> LabSession:
    place = places[row["place"]]
    return LabSession(
        uid=uuid.uuid5(SESSION_NAMESPACE, f"{lab}/{row['date']}-{place['location']}"),
        starts=moment(row["date"], row["start"]),
        ends=moment(row["date"], row["end"]),
        location=site.page("locatie", place["location"]),
        room=place["name_nl"],
        room_en=place["name_en"],
        capacity=row["capacity"],
        state="geannuleerd" if "cancelled_nl" in row else "gepland",
        reason=row.get("cancelled_nl", ""),
        reason_en=row.get("cancelled_en", ""),
        is_example=True,
    )


def build_outcomes(site: DemoSite) -> None:
    """Make the outcomes in the space of their institute, with the labs that count."""
    for entry in read("outcomes"):
        page = OutcomePage(
            title=site.words.text(entry, "title"),
            code=entry["code"],
            summary=site.words.text(entry, "text"),
            verwerking=site.words.text(entry, "verwerking"),
        )
        set_children(
            page,
            themes=[OutcomeTheme(theme=site.page("thema", slug), locale=site.locale) for slug in entry["themes"]],
            groups=[OutcomeGroup(group=site.snippets["groep", slug]) for slug in entry["groups"]],
            labs=[OutcomeLab(lab=site.page("lab", slug)) for slug in entry["labs"]],
        )
        site.publish("leerresultaat", entry, site.page("partner", entry["institute"]), page)
