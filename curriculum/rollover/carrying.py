"""Makes the drafts of a new school year, and takes away those that nobody touched."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import LogContext
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from curriculum.labs.models import LabPage
from curriculum.labs.rows import LabSession
from curriculum.rollover.holding import ChangedMeanwhileError, hold_draft, hold_lab
from curriculum.rollover.models import LabEdition
from curriculum.rollover.plan import Proposed, next_uid
from curriculum.rollover.reading import LabPlan, LabReason, Rollover, rows_of
from portal.core.models.users import AnyUser

TAKEN_ALONG = ("location", "room", "room_en", "capacity", "is_example")
"""What a session keeps besides its times."""
NOT_YET = {"checked_on": None, "go_live_at": None, "expire_at": None, "expired": False}
"""What was said of the old lab and nobody has said of the new one."""
SLUG_BASE = 240
"""How much of an address is kept: 255 fit, and the school year and perhaps a number come behind."""


def carry_over(rollover: Rollover, user: AnyUser | None = None, limit: int | None = None) -> Iterator[LabPlan]:
    """Make the drafts of at most `limit` labs, and yield each lab when it is done; each is kept by itself.

    A lab that is not valid any more, or that somebody has changed since, is yielded with that reason; it counts for no
    limit and stops no other.

    The draft holds what is published already, such as a picture of the core team: nobody chooses it anew, so that
    nobody is asked whether this person may.
    """
    done = 0
    for plan in rollover.todo:
        if done == limit:
            return
        try:
            with transaction.atomic(), LogContext():
                _carry(plan, rollover, user)
        except ValidationError:
            plan.reason = LabReason.NOT_VALID
        except ChangedMeanwhileError:
            plan.reason = LabReason.MEANWHILE
        else:
            done += 1
        yield plan


def _carry(plan: LabPlan, rollover: Rollover, user: AnyUser | None) -> None:
    lab, parent = hold_lab(plan.lab)
    rows = rows_of(lab, rollover.old)
    if rows.keys() != {proposed.given for proposed in plan.sessions}:
        raise ChangedMeanwhileError
    page = hold_draft(plan.edition) if plan.edition else _draft(lab, parent, rollover, user)
    draft: Any = LabPage.objects.get(pk=page.pk)
    draft.full_clean()
    added = [_session(proposed, rows[proposed.given], rollover) for proposed in plan.copied]
    for place, row in enumerate(added, draft.sessions.count()):
        row.page, row.sort_order = draft, place
    # All at once: saved one by one, Wagtail would look up everything the page refers to after each of them.
    LabSession.objects.bulk_create(added)
    revision = draft.save_revision(user=user, clean=False)
    plan.edition, _made = LabEdition.objects.update_or_create(
        old=lab,
        new_year=rollover.new.slug,
        defaults={"new": draft, "old_year": rollover.old.slug, "made_as": revision.pk},
    )


def _draft(lab: LabPage, parent: Page, rollover: Rollover, user: AnyUser | None) -> LabPage:
    """Return a copy of what is published of a lab, as a draft beside it, without its dates."""
    base = lab.slug.removesuffix(f"-{rollover.old.slug}")[:SLUG_BASE].rstrip("-")
    slug = _free_slug(parent, f"{base}-{rollover.new.slug}")
    copy: LabPage = lab.copy(
        to=parent,
        update_attrs={"slug": slug, "draft_title": lab.title, **NOT_YET},
        copy_revisions=False,
        keep_live=False,
        user=user,
    )
    return copy


def _free_slug(parent: Page, wanted: str) -> str:
    slug, number = wanted, 2
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


def untouched(year: str, partners: Collection[int] | None = None, user: AnyUser | None = None) -> list[LabEdition]:
    """Return the drafts made for a school year that nobody has touched since, and that somebody may delete.

    Such a draft has nothing below it and no translation: who may change it may delete it. That is one question for
    all of them; each is asked about by itself when it goes.
    """
    editions = LabEdition.objects.judged().filter(new_year=year)
    if partners is not None:
        editions = editions.filter(new__partner__in=partners)
    if user is not None:
        allowed = page_permission_policy.instances_user_has_permission_for(user, "change")
        editions = editions.filter(new__in=allowed.values("pk"))
    return [edition for edition in editions.order_by("new__path") if edition.is_untouched]


def _may_go(edition: LabEdition, draft: Any, user: AnyUser | None) -> bool:
    return edition.is_untouched and (user is None or draft.permissions_for_user(user).can_delete())


def undo(
    year: str, partners: Collection[int] | None = None, user: AnyUser | None = None, limit: int | None = None
) -> int:
    """Delete at most `limit` drafts that nobody touched and somebody may delete, and return how many there were."""
    done = 0
    for edition in untouched(year, partners, user):
        if done == limit:
            break
        done += _delete(edition, user)
    return done


@transaction.atomic
def _delete(found: LabEdition, user: AnyUser | None) -> bool:
    """Delete a draft unless somebody came to it meanwhile: who saves it holds its row, and so do we."""
    draft: Any = LabPage.objects.select_for_update().filter(pk=found.new_id).first()
    edition = LabEdition.objects.judged().filter(pk=found.pk).first()
    if draft is None or edition is None or not _may_go(edition, draft, user):
        return False
    draft.delete(user=user, skip_permission_checks=True)
    return True
