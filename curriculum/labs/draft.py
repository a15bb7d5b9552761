"""A lab that is not in the public offer: a draft in the editor's preview, or a page behind a restriction."""

from typing import TYPE_CHECKING, Any

from curriculum.labs.full import mark_full
from curriculum.labs.offer import LabOffering, offered_session
from curriculum.rhythm.weeks import SchoolYears
from portal.core.reading import localized

if TYPE_CHECKING:
    from curriculum.labs.models import LabPage


def offered_from_rows(page: "LabPage", years: SchoolYears) -> LabOffering:
    """Return a lab as visitors will read it, from the rows the page holds now, saved or not."""
    facts, locale = page.facts, page.locale

    def named(relation: str, target: str) -> list[Any]:
        targets = [getattr(row, target) for row in getattr(facts, relation).all()]
        return localized([item for item in targets if item is not None], locale)

    partners = [page.partner, *(row.partner for row in facts.offered_with.all())]
    given_at = named("places", "location")
    lab = LabOffering(
        page=page,
        facts=facts,
        themes=named("themes", "theme"),
        places=given_at,
        years=years,
        only_place=given_at[0] if len(given_at) == 1 else None,
        groups=named("groups", "group"),
        partners=[partner for partner in dict.fromkeys(partners) if partner is not None],
    )
    rows = [row for row in facts.sessions.all() if row.starts and row.ends]
    mark_full(rows)
    known = [row.location for row in rows if row.location]
    places = {old.pk: new for old, new in zip(known, localized(known, locale), strict=True)}
    for row in sorted(rows, key=lambda row: row.starts):
        lab.sessions.append(offered_session(row, lab, places.get(row.location_id), years))
    return lab
