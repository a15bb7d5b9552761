"""What stands between schools and institutes, and between two school years, in the world of the tests."""

from datetime import date
from types import SimpleNamespace
from uuid import UUID

from wagtail.models import Page

from curriculum.models import (
    CycleStart,
    DeclinedLink,
    LabEdition,
    LabOutcome,
    LabPage,
    OutcomePage,
    SchoolYear,
)
from tests.factories import make_lab, make_school_year, make_session, publish_below
from tests.permissions.canaries import Canaries


def proposal(canaries: Canaries, letter: str, space: Page) -> tuple[OutcomePage, LabPage]:
    """Return a learning outcome and the lab that is proposed for it and declined: no other reads the word of that.

    Both stand in the space of a location here. That no outcome is made there by hand is asked elsewhere. Another lab
    has a draft for the next school year already.
    """
    outcome = publish_below(space, OutcomePage(title="Leren kijken", slug="leren-kijken", code=f"{letter}-1"))
    wish, day = LabOutcome(outcome=outcome), date(2026, 9, 15)
    lab = make_lab(space, "kijken", proposals=[wish], sessions=[make_session(day)])
    carried = make_lab(space, "door", sessions=[make_session(day)])
    draft = LabPage(title="Door", slug="door-2027-2028", live=False)
    space.add_child(instance=draft)
    LabEdition.objects.create(
        old=carried, new=draft, old_year="2026-2027", new_year="2027-2028", made_as=draft.save_revision().pk
    )
    DeclinedLink.objects.create(outcome=outcome, lab=lab, word=canaries.word(letter, "DeclinedLink.word"))
    return outcome, lab


def school_years() -> SchoolYear:
    """Make two school years in a row, so that labs can go on, and return the first."""
    following = SchoolYear(slug="2027-2028", starts=date(2027, 8, 30), ends=date(2028, 7, 14))
    following.cycle_starts = [CycleStart(starts=date(2027, 8, 30))]
    following.save()
    return make_school_year()


def outcome_of(bundle: SimpleNamespace) -> int:
    """Return an owner's learning outcome; the core team has none, so a page that is something else."""
    return int(getattr(bundle, "outcome", bundle.draft).pk)


def proposed_of(bundle: SimpleNamespace) -> UUID:
    """Return the key of the lab that is proposed for it."""
    return UUID(str(bundle.proposed.translation_key)) if hasattr(bundle, "proposed") else UUID(int=0)
