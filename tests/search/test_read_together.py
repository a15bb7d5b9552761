"""Documents of many pages are made together: some queries for all of them, and the same documents as one by one."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from curriculum.models import LabPage
from home.models import GlossaryTerm
from locations.models import OnboardingPhase
from search.documents import Identity, SearchDocument
from search.stored_documents import DocumentUpdate, all_identities, read
from tests.factories import House, in_english, make_group, make_lab, make_session, make_theme

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 1)


def made(identities: list[Identity]) -> dict[Identity, SearchDocument]:
    """Return the documents of these objects, none of which may fail."""
    update = DocumentUpdate()
    documents = read(identities, update)
    assert not update.failed
    return {document.identity: document for document in documents}


def test_documents_made_together_are_those_made_one_by_one(demo_site: Any) -> None:
    identities = list(all_identities())
    apart: dict[Identity, SearchDocument] = {}
    for identity in identities:
        apart |= made([identity])

    assert len(apart) > 300
    assert made(identities) == apart


def test_many_labs_words_phases_and_groups_ask_no_more_than_few(house: House, school: Any) -> None:
    theme, group = make_theme(house.themes), make_group()
    for parent in (house.themes, theme, school):
        in_english(parent)
    asked = []
    for number in (2, 9):
        for which in range(LabPage.objects.count() // 2, number):
            sessions = [make_session(DAY, room=f"lokaal {which}", location=school)]
            lab = make_lab(school, f"lab-{which}", themes=[theme], groups=[group], places=[school], sessions=sessions)
            in_english(lab)
            own = {"locale": lab.locale, "slug": f"eigen-{which}"}
            GlossaryTerm.objects.create(term=f"woord {which}", **own)
            OnboardingPhase.objects.create(title="Begin", order=which, month_from=which, month_to=which, **own)
            make_group(f"groep-{which}")
        identities = list(all_identities())
        made(identities)
        with CaptureQueriesContext(connection) as captured:
            assert len([document for document in made(identities).values() if document.kind == "lab"]) == 2 * number
        asked.append([query["sql"] for query in captured.captured_queries])

    assert len(asked[1]) <= len(asked[0]), sorted(set(asked[1]) - set(asked[0]))


def test_rooms_of_a_lab_stand_in_the_order_of_its_sessions(school: Any) -> None:
    rooms = [f"lokaal {number}" for number in (7, 3, 9, 1, 8, 2)]
    lab = make_lab(school, sessions=[make_session(DAY, room=room) for room in rooms])

    assert list(lab.search_document().related[-6:]) == rooms
