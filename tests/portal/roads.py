"""The roads by which a draft reaches visitors, each as people take it, and what is then said."""

from datetime import timedelta
from typing import Any

from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from portal.core import schedule
from tests.permissions.forms import fields_of


def draft(page: Any, **fields: Any) -> Any:
    """Save a draft as an editor does, who is never refused."""
    changed = fresh(page)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed.save_revision()


def fresh(page: Any) -> Any:
    """The page as it is in the database."""
    return Page.objects.get(pk=page.pk).specific


def send(core: Client, page: Page, button: str, **fields: str) -> str:
    """Send the form of a page with a button; return what the screen says next."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    known = fields_of(core.get(address).content.decode(), address)
    with TestCase.captureOnCommitCallbacks(execute=True):
        return core.post(address, {**known, **fields, button: "on"}, follow=True).content.decode()


def by_its_form(core: Client, page: Any) -> str:
    return send(core, page, "action-publish")


def sent_for_review(core: Client, page: Any) -> str:
    return send(core, page, "action-submit")


def many_at_once(core: Client, page: Any) -> str:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert core.post(address, {"include_descendants": ""}).status_code == 302
    return core.get(reverse("wagtailadmin_home")).content.decode()


def an_old_revision(core: Client, page: Any) -> str:
    address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, page.latest_revision_id])
    known = fields_of(core.get(address).content.decode(), address)
    return core.post(address, {**known, "action-publish": "on"}, follow=True).content.decode()


def its_time(core: Client, page: Any) -> str:
    page.latest_revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    page.latest_revision.save()
    assert schedule.run().broken == []
    assert PageLogEntry.objects.filter(page=page.pk, action="portal.held_for_translation").count() == 1
    return core.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
