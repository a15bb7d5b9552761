"""Offerings of the read API: sessions of labs, in order of time."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from curriculum.api.components import givers
from curriculum.labs.offer import OfferedSession
from curriculum.request_context import offer_in
from portal.core.api.lists import PROBLEMS, Asked, Page, one_of, page_of, router_of
from portal.core.api.schemas import ApiModel, IdentifierEntry, Taught, typed
from portal.core.locales import active_locale
from portal.core.seo.head import site_url
from portal.core.worded import ENGLISH, worded

router = router_of("offerings")


class OfferingExt(ApiModel):
    """What only this portal tells of a session."""

    location: UUID | None = None
    """The organization at whose place it is."""
    location_name: str
    room: str
    is_cancelled: bool
    reason: str
    is_example: bool


class Offering(Taught):
    """A session."""

    offering_id: UUID
    offering_type: str = "component"
    result_expected: bool = False
    start_date_time: datetime
    end_date_time: datetime
    max_number_students: int | None = None
    component: UUID
    organization: UUID | None = None
    ext: OfferingExt


class AskedOfferings(Asked):
    """Questions to the list of offerings."""

    component: UUID | None = None
    organization: UUID | None = None
    since: date | None = Field(default=None, description="The first day.")
    until: date | None = Field(default=None, description="The last day.")

    def holds(self, session: OfferedSession) -> bool:
        """Whether a session is what is asked for."""
        lab = session.lab
        return (
            (self.component is None or self.component == lab.facts.translation_key)
            and (self.organization is None or self.organization in givers(lab))
            and (self.since is None or self.since <= session.day)
            and (self.until is None or session.day <= self.until)
            and self.finds(lab.page.title, lab.key)
        )


@router.get("", response={200: Page[Offering], **PROBLEMS}, url_name="offerings")
def offerings(request: HttpRequest, asked: Query[AskedOfferings]) -> dict[str, Any]:
    """List the sessions of labs, also those that are over."""
    found = [session for session in offer_in(active_locale().language_code).sessions if asked.holds(session)]
    return page_of(request, asked, found, lambda session: _offering(session, site_url(request)))


@router.get("/{uuid:key}", response={200: Offering, **PROBLEMS}, url_name="offering")
def offering(request: HttpRequest, key: UUID) -> Offering:
    """Tell of one session."""
    sessions = offer_in(active_locale().language_code).sessions
    return _offering(one_of(request, sessions, key, lambda session: session.row.uid), site_url(request))


def _offering(session: OfferedSession, root: str) -> Offering:
    lab, row = session.lab, session.row
    assert row.uid
    is_english = worded(active_locale().language_code) == ENGLISH
    page, code = lab.page, f"{lab.key}-{session.starts:%Y%m%d-%H%M}"
    return Offering(
        offering_id=row.uid,
        primary_code=IdentifierEntry(code_type="offeringCode", code=code),
        name=typed(page, page.title),
        description=typed(page, page.summary, page.concern, page.title),
        link=f"{root}{page.get_url()}",
        abbreviation=code,
        start_date_time=session.starts,
        end_date_time=session.ends,
        max_number_students=row.capacity,
        component=lab.facts.translation_key,
        organization=next(iter(givers(lab)), None),
        ext=OfferingExt(
            location=session.location.translation_key if session.location else None,
            location_name=session.location.title if session.location else "",
            room=(is_english and row.room_en) or row.room,
            is_cancelled=session.is_cancelled,
            reason=(is_english and row.reason_en) or row.reason,
            is_example=row.is_example,
        ),
    )
