"""What each location and partner does not know yet: the gaps of the source, as questions on their own pages."""

from datetime import date
from typing import Any

from home.demo.data import read
from home.demo.site import DemoSite, set_children
from locations.models import LocationPage, LocationQuestion, PartnerQuestion

ASKED_ON = date(2026, 9, 1)
ANSWERED_ON = date(2026, 9, 8)
"""Made up, as each row says."""


def build_questions(site: DemoSite) -> None:
    """Give the locations and partners the questions that the source leaves open about them."""
    for entry in read("open_questions"):
        page = site.space(entry["space"])
        set_children(page, questions=[_question(site, page, row) for row in entry["questions"]])
        page.save()  # its rows get their keys here; they are translated from this page
        page.save_revision().publish()


def _question(site: DemoSite, page: Any, entry: dict[str, Any]) -> LocationQuestion | PartnerQuestion:
    model = LocationQuestion if isinstance(page, LocationPage) else PartnerQuestion
    answer = site.words.text(entry, "answer") if "answer_nl" in entry else ""
    return model(
        question=site.words.text(entry, "question"),
        answer=answer,
        task=entry["task"],
        asked_on=ASKED_ON,
        answered_on=ANSWERED_ON if answer else None,
        is_example=True,
        locale=site.locale,
    )
