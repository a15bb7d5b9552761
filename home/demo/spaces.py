"""Partners and their spaces: location pages for schools, partner pages for everyone else."""

from decimal import Decimal
from typing import Any

from home.demo.body import h2, prose, sections, text
from home.demo.data import day, read
from home.demo.site import DemoSite, set_children
from home.models import StandardPage
from locations.models import ContactTask, LocationContact, LocationPage, LocationUnit, PartnerContact, PartnerPage
from locations.models.contacts import ContactRow
from portal.partners.models import Partner


def build_partners(site: DemoSite) -> None:
    """Make the partners; a board or parent comes first in the file."""
    for entry in read("partners"):
        site.partners[entry["slug"]] = Partner.objects.create(
            slug=entry["slug"],
            name=entry["name"],
            short_name=entry.get("short_name", ""),
            kind=entry["kind"],
            formality=entry["formality"],
            sectors=entry["sectors"],
            linked_to=site.partners.get(entry["linked_to"]),
        )


def build_spaces(site: DemoSite) -> None:
    """Make the space of every partner in Dutch."""
    for entry in [*read("locations"), *read("example_location")]:
        page = _location(site, entry)
        site.publish("locatie", entry, site.page("pagina", "locaties"), page)
    for entry in read("partners"):
        if "sections" in entry:
            site.publish("partner", entry, site.page("pagina", "partnerschap"), _partner_page(site, entry))
    _junior_department(site)


def _location(site: DemoSite, entry: dict[str, Any]) -> LocationPage:
    words, point, ages = site.words, entry["coordinates"] or {}, entry["ages"] or {}
    page = LocationPage(
        represents=site.partners[entry["slug"]],
        title=words.same(entry["name"]),
        summary=words.text(entry, "summary"),
        status=entry["status"],
        joins_from=day(entry.get("joins_from")),
        town=entry["town"] or "",
        latitude=Decimal(str(point["lat"])) if point else None,
        longitude=Decimal(str(point["lon"])) if point else None,
        coordinates_are_example=bool(point),
        age_from=ages.get("from"),
        age_to=ages.get("to"),
        characteristics=entry["characteristics"],
        gable=entry["gable"],
        what_is_different=words.text(entry, "what_is_different"),
        team_text=words.text(entry, "team"),
        body=[*prose(text(site, entry, "intro"), text(site, entry, "status_note")), *sections(site, entry)],
        to_complete="\n".join(entry["to_complete_nl"]),
        without_group_note=_note_without_group(site, entry),
        listing_image=site.picture(entry["slug"]),
    )
    words.same(page.to_complete)
    return set_children(
        page, units=[_unit(site, unit) for unit in entry["units"]], contacts=_contacts(entry, LocationContact)
    )


def _note_without_group(site: DemoSite, entry: dict[str, Any]) -> str:
    """Return the rule in words for a location where no training group meets yet."""
    for rule in read("training_groups")["rules"]:
        if rule["when"]["locations"] == [entry["slug"]]:
            return site.words.text(rule, "text")
    return ""


def _unit(site: DemoSite, entry: dict[str, Any]) -> LocationUnit:
    words = site.words
    return LocationUnit(
        kind=entry["kind"],
        name=words.text(entry, "name"),
        age_from=entry["ages"]["from"],
        age_to=entry["ages"]["to"],
        groups=words.text(entry, "groups"),
        subjects=entry.get("subjects", []),
        text=words.text(entry, "text"),
        meet_text=words.text(entry, "meet"),
        locale=site.locale,
    )


def _junior_department(site: DemoSite) -> None:
    """Make the page of the junior department of Academie Tien from its unit."""
    location = next(entry for entry in read("locations") if entry["slug"] == "academie-tien")
    unit = next(entry for entry in location["units"] if entry["slug"] == "junior-afdeling")
    entry = {**unit, "slug_nl": "junior-afdeling", "slug_en": "junior-department", "sectors": ["po", "vo"]}
    page = StandardPage(
        title=site.words.add("Junior-afdeling van Academie Tien", "Junior department of Academie Tien"),
        summary=site.words.add(
            "Leerlingen uit groep 7 en 8 leren hier samen, met een eigen groepsleerkracht en vakdocenten uit het vo.",
            "Pupils from the last two years of primary school learn here together, with their own class teacher and "
            "secondary subject teachers.",
        ),
        body=prose(
            text(site, entry, "text"),
            h2(site.words.add("Zo leer je het primair onderwijs kennen", "How you get to know primary education")),
            text(site, entry, "meet"),
        ),
        listing_image=site.picture("vo-naar-po"),
    )
    site.publish("unit", entry, site.page("locatie", "academie-tien"), page)


def _partner_page(site: DemoSite, entry: dict[str, Any]) -> PartnerPage:
    words = site.words
    page = PartnerPage(
        represents=site.partners[entry["slug"]],
        title=_same_name(site, entry["name"]),
        summary=words.text(entry, "summary"),
        formality_note=words.text(entry, "formality_note"),
        since=day(entry.get("since")),
        body=sections(site, entry),
        listing_image=site.picture("samen"),
    )
    return set_children(page, contacts=_contacts(entry, PartnerContact))


def _contacts(entry: dict[str, Any], model: type[ContactRow]) -> list[ContactRow]:
    """Return made-up addresses of functions, marked as an example; nobody can be reached there."""
    rows = [(ContactTask.MEET, "Team opleiden", "kennismaken"), (ContactTask.LABS, "Labcoördinatie", "labs")]
    domain = f"{entry['slug']}.example"
    return [
        model(task=task, role=role, email=f"{box}@{domain}", tel="030 000 00 00", answers_within=3, is_example=True)
        for task, role, box in rows
    ]


def _same_name(site: DemoSite, name: str) -> str:
    """Names of organisations stay as they are, apart from two that are described."""
    english = {
        "Pabo van Hogeschool Utrecht": "Primary teacher education of Hogeschool Utrecht",
        "Kernteam Opleidingshuis": "Core team of the Opleidingshuis",
    }
    return site.words.add(name, english.get(name, name))
