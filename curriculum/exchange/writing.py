"""Does what a plan says, all of it or nothing, and takes it back.

Every change is a draft with a revision of its own: nothing reaches a visitor before somebody publishes it.
"""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import ReferenceIndex, Revision

from curriculum.exchange.cells import TEXTS, plain
from curriculum.exchange.models import ImportedOutcome, OutcomeImport
from curriculum.exchange.plan import Plan, RowPlan
from curriculum.mapping.rows import OutcomeGroup, OutcomeLab, OutcomeTheme
from curriculum.models.outcome import OutcomePage
from portal.core.models.pages import PortalPage
from portal.core.models.users import AnyUser


class RowError(Exception):
    """A row that is not valid as a whole; the message is for the reader."""

    def __init__(self, row: RowPlan, error: ValidationError) -> None:
        super().__init__(" ".join(error.messages))
        self.number = row.line.number


def hold(spaces: Collection[PortalPage]) -> None:
    """Let nobody else import into these spaces, or save an outcome in them, until the transaction ends."""
    keys = sorted(space.pk for space in spaces)
    list(PortalPage.objects.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",)).values_list("pk"))
    outcomes = OutcomePage.objects.filter(partner__in=[space.partner_id for space in spaces]).order_by("pk")
    list(outcomes.select_for_update(of=("self",)).values_list("pk"))


@transaction.atomic
def carry_out(plan: Plan, spaces: dict[str, PortalPage], user: AnyUser) -> OutcomeImport:
    """Save every row that changes something as a draft; raises RowError, and then nothing is kept."""
    made = OutcomeImport.objects.create(user_id=user.pk)
    for row in plan.todo:
        try:
            _save(made, row, spaces[row.institute], user)
        except ValidationError as error:
            raise RowError(row, error) from error
    return made


def _save(made: OutcomeImport, row: RowPlan, space: PortalPage, user: AnyUser) -> None:
    if row.known is None:
        page, before = _new(row, space, user), None
    else:
        stored = row.known.page
        before = stored.latest_revision or stored.save_revision(changed=False, clean=False)
        page = before.as_object()
        _fill(page, row)
    after = page.save_revision(user=user, log_action=before is not None)
    ImportedOutcome.objects.create(of_import=made, page_id=page.pk, before=before, after=after)


def _new(row: RowPlan, space: PortalPage, user: AnyUser) -> OutcomePage:
    cells = row.line.cells
    slug = _free_slug(space, slugify(cells["code"]) or slugify(cells["title"]) or "leerresultaat")
    page = OutcomePage(slug=slug, live=False, owner_id=user.pk, locale=space.locale)
    _fill(page, row)
    page.draft_title = page.title
    space.add_child(instance=page)
    return page


def _free_slug(space: PortalPage, wanted: str) -> str:
    slug, number = wanted, 2
    while not PortalPage._slug_is_available(slug, space):
        slug, number = f"{wanted}-{number}", number + 1
    return slug


def _fill(page: Any, row: RowPlan) -> None:
    """Put what differs in the page; the row of a theme that stays is the same row, with its translations."""
    changed = {change.column: change.new for change in row.changes}
    for name in TEXTS:
        if name in changed:
            setattr(page, name, changed[name])
    if "groups" in changed:
        page.groups = [OutcomeGroup(group_id=key, sort_order=place) for place, key in enumerate(row.links["groups"])]
    if "labs" in changed:
        page.labs = [OutcomeLab(lab_id=key, sort_order=place) for place, key in enumerate(row.links["labs"])]
    if "themes" in changed:
        known = {theme.theme_id: theme for theme in page.themes.all()}
        keys = row.links["themes"]
        page.themes = [known.get(key) or OutcomeTheme(theme_id=key, locale=page.locale) for key in keys]
        for place, (theme, (_key, way)) in enumerate(zip(page.themes.all(), row.ways, strict=True)):
            theme.sort_order = place
            if plain(theme.verwerking) != way:
                theme.verwerking = way


@transaction.atomic
def undo(made: OutcomeImport, user: AnyUser) -> tuple[int, int]:
    """Bring back what was before an import; return how many outcomes that were, and how many somebody touched since.

    An outcome that somebody saved or published since is left as it is.
    """
    rows = list(made.outcomes.select_related("page", "before").order_by("pk"))
    done = sum(_undo_one(row, user) for row in rows)
    made.undone_at = timezone.now()
    made.save(update_fields=["undone_at"])
    return done, len(rows) - done


def _undo_one(row: ImportedOutcome, user: AnyUser) -> bool:
    page: Any = row.page
    if page.latest_revision_id != row.after_id or page.live_revision_id == row.after_id:
        return False
    if not page.permissions_for_user(user).can_edit():
        return False
    if row.before:
        _restore(page, row.before, user)
        return True
    if _is_used(page):
        return False
    page.delete(user=user, skip_permission_checks=True)
    return True


def _restore(page: OutcomePage, before: Revision, user: AnyUser) -> None:
    draft = before.as_object()
    draft.save_revision(user=user, log_action=True, previous_revision=before, clean=False)
    if page.live_revision_id == before.pk:
        draft.has_unpublished_changes = False
        draft.save(update_fields=["has_unpublished_changes"], clean=False)


def _is_used(page: OutcomePage) -> bool:
    """Whether a translation was made of a new outcome, or a page points at it."""
    return page.get_translations().exists() or ReferenceIndex.get_references_to(page).exists()
