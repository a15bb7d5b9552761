"""What a file is compared with: the outcomes of some institutes as their editors see them, and what they may link to.

An outcome is read from its newest draft, or an import would write over work that is not published yet. A fixed number
of questions, whatever the number of outcomes.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Revision, WorkflowState
from wagtail.permissions import page_permission_policy

from curriculum.exchange.cells import LINKS, TEXTS, Cells, keys_to_cell, plain, ways_to_cell
from curriculum.models.outcome import OutcomePage
from portal.core.models.pages import PortalPage
from portal.core.models.querysets import PortalPageQuerySet
from portal.core.models.users import AnyUser
from portal.editorial.first_steps import spaces
from portal.partners.access.policy import access_of

Targets = dict[str, dict[str, int]]
"""What may be linked to: the key in the database by the key in a cell, for each column of links."""


@dataclass(frozen=True, slots=True)
class Known:
    """An outcome that is there, as a row of a file."""

    page: OutcomePage
    cells: Cells
    links: Targets
    """What it is linked to already."""
    may_change: bool
    """Whether this person may change it."""
    is_held: bool
    """Whether it is locked, in review or waiting for an hour of its own."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything a file is compared with."""

    spaces: dict[str, PortalPage]
    """The spaces in which this person may make outcomes, by the short name of the partner."""
    outcomes: dict[str, Known]
    """By fixed key, in the order of a file."""
    targets: Targets


def outcome_spaces(user: AnyUser, page_id: int | None = None) -> list[PortalPage]:
    """Return the spaces in which somebody may make outcomes, or the one that is asked for if it is one of these."""
    access = access_of(user)
    parents = ContentType.objects.get_for_models(*OutcomePage.allowed_parent_page_models()).values()
    of_all = PortalPage.objects.originals().filter(is_space=True, partner__archived=False)
    found = (of_all if access.is_core else spaces(access)).filter(content_type__in=list(parents))
    if page_id is not None:
        found = found.filter(pk=page_id)
    listed = found.select_related("partner").order_by("partner__slug")
    return [space for space in listed if space.permissions_for_user(user).can_add_subpage()]


def read_shelf(user: AnyUser, of_spaces: Iterable[PortalPage]) -> Shelf:
    """Return what stands in these spaces, and what this person may link to."""
    by_slug = {space.partner.slug: space for space in of_spaces if space.partner}
    pages = OutcomePage.objects.originals().filter(partner__in=[space.partner_id for space in by_slug.values()])
    found = list(pages.select_related("latest_revision", "partner"))
    contents = {page.pk: _content(page) for page in found}
    names = {column: _names(column, contents.values()) for column in LINKS}
    may_change, held = _changed_by(user, found), _held(found)
    known = [
        Known(
            page,
            _cells(page, contents[page.pk], names),
            {column: _linked(contents[page.pk], column, names[column]) for column in LINKS},
            page.pk in may_change,
            page.locked or page.pk in held,
        )
        for page in found
    ]
    known.sort(key=lambda one: (one.cells["institute"], one.cells["code"].casefold(), one.cells["key"]))
    return Shelf(by_slug, {one.cells["key"]: one for one in known}, _targets(user))


def _content(page: OutcomePage) -> dict[str, Any]:
    content: dict[str, Any] = page.latest_revision.content if page.latest_revision else page.serializable_data()
    return content


def _rows(content: dict[str, Any], column: str) -> list[dict[str, Any]]:
    return sorted(content.get(column, []), key=lambda row: row.get("sort_order") or 0)


def _target(column: str) -> Any:
    """Return the key of the rows in a column to what they point at."""
    rows: Any = OutcomePage._meta.get_field(column).related_model
    return rows._meta.get_field(rows.target)


def _key_name(column: str) -> str:
    return "content_key" if issubclass(_target(column).related_model, Page) else "slug"


def _names(column: str, contents: Iterable[dict[str, Any]]) -> dict[int, str]:
    """Return the keys in cells of everything that these outcomes link to; what is gone has none."""
    target = _target(column)
    linked = {row[target.name] for content in contents for row in _rows(content, column)}
    found = target.related_model._default_manager.filter(pk__in=linked)
    return dict(found.values_list("pk", _key_name(column)))


def _linked(content: dict[str, Any], column: str, names: dict[int, str]) -> dict[str, int]:
    keys = [row[_target(column).name] for row in _rows(content, column)]
    return {names[key]: key for key in keys if key in names}


def _cells(page: OutcomePage, content: dict[str, Any], names: dict[str, dict[int, str]]) -> Cells:
    assert page.partner
    themes = names["themes"]
    ways = [
        (themes[row["theme"]], plain(row.get("verwerking", "")))
        for row in _rows(content, "themes")
        if row["theme"] in themes
    ]
    texts = {name: plain(str(content.get(name) or "")) for name in TEXTS}
    links = {name: keys_to_cell(_linked(content, name, names[name])) for name in LINKS}
    own = {"institute": page.partner.slug, "key": page.content_key}
    return {**own, **texts, **links, "themes": ways_to_cell(ways)}


def _changed_by(user: AnyUser, pages: Collection[OutcomePage]) -> set[int]:
    allowed = page_permission_policy.instances_user_has_permission_for(user, "change")
    return set(allowed.filter(pk__in=[page.pk for page in pages]).values_list("pk", flat=True))


def _held(pages: Collection[OutcomePage]) -> set[int]:
    """Return the pages that are in review or wait for an hour of their own."""
    of_pages = {
        "base_content_type": ContentType.objects.get_for_model(Page),
        "object_id__in": [str(page.pk) for page in pages],
    }
    reviews = WorkflowState.objects.active().filter(**of_pages).values_list("object_id", flat=True)
    planned = Revision.objects.filter(approved_go_live_at__isnull=False, **of_pages).values_list("object_id", flat=True)
    return {int(key) for key in [*reviews, *planned]}


def _targets(user: AnyUser) -> Targets:
    """Return what somebody may link to: what everybody can read and what is their own, as in the choosers."""
    access = access_of(user)
    found: Targets = {}
    for column in LINKS:
        model = _target(column).related_model
        things: Any = model._default_manager.filter(locale__language_code="nl")
        if issubclass(model, PortalPage):
            pages: PortalPageQuerySet = model.objects.originals()
            own = access.own_pages().values("pk")
            public = PortalPage.objects.live().public().values("pk")
            things = pages if access.is_core else pages.filter(pk__in=public) | pages.filter(pk__in=own)
        found[column] = dict(things.values_list(_key_name(column), "pk"))
    return found
