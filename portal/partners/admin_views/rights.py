"""The screen "Who may do what", drawn from the rights table, and who has which role."""

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from portal.core.models.users import AnyUser, User
from portal.partners.access.policy import access_of
from portal.partners.admin_views.opening import breadcrumbs
from portal.partners.content_summary import ContentSummary
from portal.partners.models import Partner
from portal.partners.rights import RIGHTS, Right, Role, Subject, Whose
from portal.partners.roles import core_group, roles_of

WORDS = {
    frozenset[Whose](): gettext_lazy("no"),
    frozenset({Whose.OWN}): gettext_lazy("own"),
    frozenset({Whose.SHARED}): gettext_lazy("shared"),
    frozenset({Whose.OTHER}): gettext_lazy("others'"),
    frozenset({Whose.OWN, Whose.SHARED}): gettext_lazy("own and shared"),
    frozenset({Whose.OWN, Whose.OTHER}): gettext_lazy("own and others'"),
    frozenset({Whose.OTHER, Whose.SHARED}): gettext_lazy("others' and shared"),
    frozenset(Whose): gettext_lazy("all"),
}
"""With whose content a role may do something, in a word."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one role may do of one row."""

    roles: str
    word: str
    allowed: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An action with a cell per role."""

    action: str
    cells: list[Cell]


def columns() -> list[tuple[Role, ...]]:
    """Return the roles, those that may exactly the same together in one column."""
    found: dict[tuple[frozenset[Whose], ...], list[Role]] = {}
    for role in Role:
        found.setdefault(tuple(_whose(right, role) for right in RIGHTS), []).append(role)
    return [tuple(roles) for roles in found.values()]


def _whose(right: Right, role: Role) -> frozenset[Whose]:
    return frozenset(whose for whose in Whose if role in right.roles(whose))


def own_roles(user: AnyUser) -> set[Role]:
    """Return what somebody is, in the words of the table."""
    if user.is_superuser:
        return {Role.SUPERUSER}
    return {role for _partner, role in roles_of(user)} or {Role.SIGNED_IN}


def heading(roles: tuple[Role, ...], mine: set[Role]) -> str:
    """Return what stands above a column, which says so when it is about the reader."""
    names = "; ".join(str(role.label) for role in roles)
    reader = _("you")
    return f"{names} ({reader})" if mine & set(roles) else names


def table(mine: set[Role]) -> list[tuple[str, list[Row]]]:
    """Return the rights table by subject, with the columns of these roles marked."""
    grouped = groupby(RIGHTS, key=lambda right: right.subject)
    return [(str(Subject(subject).label), [_row(right, mine) for right in rights]) for subject, rights in grouped]


def _row(right: Right, mine: set[Role]) -> Row:
    cells = [
        Cell(heading(roles, mine), str(WORDS[whose]), bool(whose), bool(mine & set(roles)))
        for roles in columns()
        for whose in [_whose(right, roles[0])]
    ]
    return Row(right.label, cells)


def people() -> list[tuple[str, list[tuple[str, list[User]]]]]:
    """Return who has which role: in the core team, and at each partner by name."""
    core = [
        (str(role.label), list(core_group(role).user_set.order_by("last_name", "email")))
        for role in (Role.CORE_ADMIN, Role.CORE_EDITOR)
    ]
    found = [(_("Core team"), core)]
    for partner in Partner.objects.select_related("authors", "editors", "translators"):
        found.append((partner.name, [(str(role.label), members) for role, members in ContentSummary(partner).people]))
    return found


@require_safe
def who_may_what(request: HttpRequest) -> HttpResponse:
    """Show the table to every editor, and to administrators who has which role."""
    mine = own_roles(request.user)
    context = {
        "columns": [(heading(roles, mine), bool(mine & set(roles))) for roles in columns()],
        "table": table(mine),
        "people": people() if access_of(request.user).is_admin else [],
        "header_title": _("Who may do what"),
        "header_icon": "key",
        "breadcrumbs_items": [breadcrumbs()[0], {"url": "", "label": _("Who may do what")}],
    }
    return TemplateResponse(request, "portal/partners/rights.html", context)
