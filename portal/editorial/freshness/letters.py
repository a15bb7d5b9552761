"""The mail about pages that are due: once for each check to who keeps them right, later once to who does so instead."""

from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from portal.core.models.pages import PortalPage
from portal.core.models.querysets import PortalPageQuerySet
from portal.core.models.users import User
from portal.editorial import mail
from portal.editorial.freshness.caring import Carers
from portal.editorial.freshness.models import CheckMail

PATIENCE = timedelta(days=14)
"""How long after the first mail somebody else hears of a page that was not checked."""

NAMED = 20
"""Most pages named in one mail; the rest is counted, and stands on the screen."""


def send_due() -> str:
    """Write to each person once about all pages that came due, and say how many mails that were.

    What is told is noted in the transaction that keeps the mails, so that none goes twice.
    """
    day, carers = timezone.localdate(), Carers()
    with transaction.atomic():
        # Who was told just now is not reminded at once: the second are asked for first.
        late = _due(day).filter(_told(to_deputy=False, sent_on__lte=day - PATIENCE)).exclude(_told(to_deputy=True))
        written = _write(late, carers.deputies, day, to_deputy=True)
        written += _write(_due(day).exclude(_told(to_deputy=False)), carers.keepers, day, to_deputy=False)
    return f"{written} mails about pages to check"


def _due(day: date) -> PortalPageQuerySet:
    return PortalPage.objects.due_for_check(day).select_related("partner")


def _told(**how: bool | date) -> Exists:
    return Exists(CheckMail.objects.filter(page=OuterRef("pk"), check_on=OuterRef("check_on"), **how))


def _write(pages: PortalPageQuerySet, readers: Callable[[PortalPage], list[User]], day: date, to_deputy: bool) -> int:
    letters: dict[User, list[PortalPage]] = {}
    found = list(pages)
    for page in found:
        for person in readers(page):
            if person.wants_check_mail:
                letters.setdefault(person, []).append(page)
    rows = [CheckMail(page=page, check_on=page.check_on, to_deputy=to_deputy, sent_on=day) for page in found]
    CheckMail.objects.bulk_create(rows)
    for person, theirs in letters.items():
        more, url = max(0, len(theirs) - NAMED), mail.link(reverse("to_check"))
        mail.send([person], "checks", {"pages": theirs[:NAMED], "count": len(theirs), "more": more, "url": url})
    return len(letters)
