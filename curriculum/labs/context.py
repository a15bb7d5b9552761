"""What the page of a lab shows beside its own text."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from curriculum.labs.blocks import drawn_blocks
from curriculum.labs.draft import offered_from_rows
from curriculum.labs.missing import still_missing
from curriculum.labs.next_step import next_step
from curriculum.labs.offer import LabOffering, by_next_session
from curriculum.labs.opened_from import opened_from
from curriculum.mapping.side_by_side import about_lab
from curriculum.request_context import CurriculumContext, curriculum_context
from curriculum.rollover.editions import earlier, is_earlier

if TYPE_CHECKING:
    from curriculum.labs.models import LabPage


MOST_RELATED = 4


def lab_context(page: "LabPage", request: HttpRequest) -> dict[str, Any]:
    """Return the lab with its sessions, its outcomes per institute, related labs and the way to the calendar."""
    known = curriculum_context(request)
    lab = _offered(page, known, request)
    return {
        "lab": lab,
        "earlier": earlier(lab),
        "missing": still_missing(lab) if _is_for_editors(request) and page.owns_facts else [],
        "coming": lab.coming,
        "over": [session for session in reversed(lab.sessions) if session.is_over],
        "groups": [(group, known.page_urls.group(group)) for group in lab.groups],
        "sides": about_lab(lab, known.outcomes),
        "related_labs": _related(lab, known),
        "labs_url": known.page_urls.labs,
        "step": next_step(lab),
        "blocks": drawn_blocks(lab, known.offer.labs),
        "opened_from": opened_from(known, request),
        "file_url": known.page_urls.calendar_file(lab=lab.key) if lab.sessions else "",
        "host": request.get_host(),
    }


def _is_for_editors(request: HttpRequest) -> bool:
    """Whether this is the preview of an editor, not of a guest who reads along."""
    return getattr(request, "is_preview", False) and not hasattr(request, "guest_review")


def _offered(page: "LabPage", known: CurriculumContext, request: HttpRequest) -> LabOffering:
    """Return the lab from the offer; in a preview, and for a lab that is not public, from its own rows."""
    found = None if getattr(request, "is_preview", False) else known.offer.of(page)
    if found is None:
        return offered_from_rows(page, known.years)
    page.facts = found.facts
    return found


def _related(lab: LabOffering, known: CurriculumContext) -> list[LabOffering]:
    """Return labs that share a theme, and after them labs of the same kind for the same groups; the next one first."""
    others = [other for other in known.offer.labs if other.key != lab.key and not is_earlier(other)]
    same_theme = [other for other in others if not other.theme_keys.isdisjoint(lab.theme_keys)]
    alike = [other for other in others if other.facts.kind == lab.facts.kind]
    same_groups = [other for other in alike if not other.group_keys.isdisjoint(lab.group_keys)]
    ordered = [*sorted(same_theme, key=by_next_session), *sorted(same_groups, key=by_next_session)]
    return list(dict.fromkeys(ordered))[:MOST_RELATED]
