"""Makes the drafts of a new school year, and takes away those that nobody touched."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import LogContext
from wagtail.models import Page

from curriculum.labs.models import LabPage
from curriculum.labs.rows import LabSession
from curriculum.rollover.models import LabEdition
from curriculum.rollover.plan import Proposed, next_uid
from curriculum.rollover.reading import LabPlan, Rollover
from portal.core.models.users import AnyUser

TAKEN_ALONG = ("location", "room", "room_en", "capacity", "is_example")
"""What a session keeps besides its times."""
NOT_YET = {"checked_on": None, "go_live_at": None, "expire_at": None, "expired": False}
"""What was said of the old lab and nobody has said of the new one."""


def carry_over(rollover: Rollover, user: AnyUser | None = None, limit: int | None = None) -> Iterator[LabPlan]:
    """Make the drafts of at most `limit` labs, and yield each lab when it is done; each is kept by itself.

    The draft holds what is published already, such as a picture of the core team: nobody chooses it anew, so that
    nobody is asked whether this person may.
    """
    for plan in rollover.todo[:limit]:
        with transaction.atomic(), LogContext():
            _carry(plan, rollover, user)
        yield plan


def _carry(plan: LabPlan, rollover: Rollover, user: AnyUser | None) -> None:
    page = plan.edition.new if plan.edition else _draft(plan.lab, rollover, user)
    draft: Any = LabPage.objects.get(pk=page.pk)
    rows = {row.uid: row for row in LabSession.objects.filter(page=plan.lab.pk)}
    draft.sessions.add(*(_session(proposed, rows[proposed.given.uid], rollover) for proposed in plan.copied))
    draft.save()
    revision = draft.save_revision(user=user, clean=False)
    plan.edition, _made = LabEdition.objects.update_or_create(
        old=plan.lab,
        new_year=rollover.new.slug,
        defaults={"new": draft, "old_year": rollover.old.slug, "made_as": revision.pk},
    )


def _draft(lab: LabPage, rollover: Rollover, user: AnyUser | None) -> LabPage:
    """Return a copy of what is published of a lab, as a draft beside it, without its dates."""
    slug = _free_slug(lab, f"{lab.slug.removesuffix(f'-{rollover.old.slug}')}-{rollover.new.slug}")
    copy: LabPage = lab.copy(
        update_attrs={"slug": slug, "draft_title": lab.title, **NOT_YET},
        copy_revisions=False,
        keep_live=False,
        user=user,
    )
    return copy


def _free_slug(lab: LabPage, wanted: str) -> str:
    slug, number, parent = wanted, 2, lab.get_parent()
    while not Page._slug_is_available(slug, parent):
        slug, number = f"{wanted}-{number}", number + 1
    return slug


def _session(proposed: Proposed, row: LabSession, rollover: Rollover) -> LabSession:
    assert proposed.starts
    assert proposed.ends
    assert row.uid
    kept = {name: getattr(row, name) for name in TAKEN_ALONG}
    uid = next_uid(row.uid, rollover.new.slug)
    return LabSession(uid=uid, starts=_aware(proposed.starts), ends=_aware(proposed.ends), **kept)


def _aware(moment: datetime) -> datetime:
    return timezone.make_aware(moment, timezone.get_default_timezone())


def untouched(year: str, partners: Collection[int] | None = None) -> list[LabEdition]:
    """Return the drafts made for a school year that nobody has touched since."""
    editions = LabEdition.objects.judged().filter(new_year=year)
    if partners is not None:
        editions = editions.filter(new__partner__in=partners)
    return [edition for edition in editions.order_by("new__path") if edition.is_untouched]


def undo(year: str, partners: Collection[int] | None = None, user: AnyUser | None = None) -> int:
    """Delete the drafts that nobody touched and somebody may delete, and return how many there were."""
    drafts: list[Any] = [edition.new for edition in untouched(year, partners)]
    found = [draft for draft in drafts if user is None or draft.permissions_for_user(user).can_delete()]
    for draft in found:
        draft.delete(user=user, skip_permission_checks=True)
    return len(found)
