"""What the sessions of a lab tell calendars, in every language: kept for when they go away."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone, translation

from curriculum.labs.calendar_file import place_of
from curriculum.labs.facets import facets_on, reach_of
from curriculum.labs.loading import load_offer
from curriculum.labs.offer import OfferedSession
from curriculum.labs.rows import LabSession
from curriculum.request_context import CurriculumContext, curriculum_context
from portal.core.models.told import Told

LONG_AGO = timedelta(days=1)
"""Sessions that ended before this are never called off any more."""


def told_by_lab(key: UUID) -> list[Told]:
    """Return the sessions of the public lab with this translation key; none when it is not public."""
    since = timezone.now() - LONG_AGO
    if not LabSession.objects.filter(page__translation_key=key, ends__gt=since).exists():
        return []  # the offer is not read for a lab that tells nothing
    words: dict[str, dict[str, dict[str, str]]] = {}
    sessions: list[OfferedSession] = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found = load_offer(language, CurriculumContext(language).years, only=[key]).sessions
            sessions = sessions or found
            for session in (one for one in found if one.lab.page.locale.language_code == language):
                text = {"title": str(session.lab.page.title), "place": place_of(session)}
                words.setdefault(str(session.row.uid), {})[language] = text
    coming = (session for session in sessions if session.row.ends > since)
    return [_told(session, words[str(session.row.uid)]) for session in coming]


def _told(session: OfferedSession, words: dict[str, dict[str, str]]) -> Told:
    facets = facets_on(timezone.localdate(), reach_of(curriculum_context().groups))
    choices = {facet.name: list(facet.of(session)) for facet in facets}
    lab = {"lab": [session.lab.key]}
    return Told(str(session.row.uid), session.row.starts, session.row.ends, words, {**choices, **lab})
