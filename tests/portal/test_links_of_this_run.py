"""Every link that leaves the site in a mail or is copied from a screen leads to the port on which it is served now."""

import os
import re
import subprocess
import sys
from typing import Any

import pytest
from django.test import TestCase
from django.urls import reverse

from bin.prepare import follow_address
from bin.steps import ROOT
from portal.accounts.invitation import invite
from portal.accounts.models import Invitation
from portal.editorial.guest_review import GuestReview
from portal.partners.rights import Role
from tests.factories import House
from tests.portal.test_reviews import browser, draft_of, person

HERE = "http://127.0.0.1:9123"
pytestmark = pytest.mark.django_db


@pytest.fixture
def on_its_port(house: House, settings: Any) -> None:
    """A site that `make run` serves on a port that was free."""
    settings.WAGTAILADMIN_BASE_URL = HERE
    follow_address()


def links(text: str) -> list[str]:
    """Every full address in a text."""
    return re.findall(r"https?://[^\s\"<>]+", text)


@pytest.mark.usefixtures("on_its_port")
def test_an_invitation_leads_here(school: Any, mailoutbox: Any) -> None:
    core = person(None, Role.CORE_EDITOR, "kern@huis.example")
    with TestCase.captureOnCommitCallbacks(execute=True):
        invite(Invitation(email="noor@tien.example", role=Role.EDITOR, partner=school.represents), core)
    (found,) = {link.partition("/nl/")[0] for link in links(mailoutbox[0].body)}
    assert found == HERE


@pytest.mark.usefixtures("on_its_port")
def test_the_link_for_a_guest_and_the_mail_with_the_answer_lead_here(school: Any, mailoutbox: Any) -> None:
    core = person(None, Role.CORE_EDITOR, "kern@huis.example", "nl")
    page = draft_of(core, school)
    screen = reverse("guest_reviews", args=[page.pk])
    asked = browser(core).post(screen, {"reviewer": "Opleider van de HU", "days": 14}, follow=True)
    review = GuestReview.objects.get()
    assert f'value="{HERE}{review.address}"' in asked.content.decode()

    with TestCase.captureOnCommitCallbacks(execute=True):
        browser(core).post(review.address, {"decision": "approved", "name": "Kim", "reason": ""})
    assert [link.partition("/admin/")[0] for link in links(mailoutbox[0].body)] == [HERE]


@pytest.mark.usefixtures("on_its_port")
def test_mails_about_a_review_lead_here(school: Any, mailoutbox: Any) -> None:
    partner = school.represents
    writer = person(partner, Role.AUTHOR, "sam@tien.example")
    reviewer = person(partner, Role.EDITOR, "noor@tien.example")
    page = draft_of(writer, school)
    with TestCase.captureOnCommitCallbacks(execute=True):
        state = partner.workflow.start(page, writer)
    with TestCase.captureOnCommitCallbacks(execute=True):
        state.current_task_state.approve(user=reviewer)
    found = [link for message in mailoutbox for link in links(message.body)]
    assert len(mailoutbox) == 2
    assert [link for link in found if not link.startswith(f"{HERE}/")] == []
    assert found


def test_a_slash_at_the_end_of_the_address_makes_no_double_one() -> None:
    asked = "from portal.settings import dev; print(dev.WAGTAILADMIN_BASE_URL)"
    environment = {**os.environ, "SITE_URL": f"{HERE}/"}
    said = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert said.stdout.strip() == HERE
