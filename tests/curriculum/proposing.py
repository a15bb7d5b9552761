"""What the tests of proposals between schools and institutes have in common."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from curriculum.mapping.proposals import proposals_of, proposals_to
from curriculum.models import LabOutcome, OutcomeLab, OutcomePage
from tests.portal.departing import read


def wish(outcome: Any) -> LabOutcome:
    return LabOutcome(outcome=outcome)


def answer(outcome: Any, lab: Any) -> str:
    return reverse("link_proposal", args=[outcome.pk, lab.translation_key])


def edit(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def states(lab: Any) -> list[str]:
    """How what a lab proposes stands, as the school reads it on the form of its newest draft."""
    return [proposal.state for proposal in proposals_of(read(lab).get_latest_revision_as_object())]


def waiting(*outcomes: Any) -> list[tuple[str, str]]:
    """What waits for an answer: the lab, and the code of the outcome."""
    found = proposals_to(OutcomePage.objects.filter(pk__in=[outcome.pk for outcome in outcomes]))
    return [(proposal.lab.slug, proposal.outcome.code) for proposal in found if not proposal.is_declined]


def counting(outcome: Any) -> list[str]:
    """The labs that count for an outcome as visitors read it."""
    return list(OutcomeLab.objects.filter(page=outcome.pk).values_list("lab__slug", flat=True))


def send(browser: Client, outcome: Any, lab: Any, **data: str) -> Any:
    return browser.post(answer(outcome, lab), data, follow=True)


def form_of(browser: Client, page: Any) -> Any:
    html = browser.get(edit(page)).content.decode()
    return {**querydict_from_html(html, form_id="page-edit-form").dict(), "body-count": "0"}
