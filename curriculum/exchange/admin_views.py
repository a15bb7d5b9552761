"""The screen "Outcomes in a spreadsheet": take a file home, look at what a file would do, do it, take it back."""

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from curriculum.exchange.cells import COLUMNS
from curriculum.exchange.csv_file import MOST_BYTES, MOST_ROWS, FileError, read, write
from curriculum.exchange.models import OutcomeImport
from curriculum.exchange.plan import Plan, State, compare
from curriculum.exchange.reading import outcome_spaces, read_shelf
from curriculum.exchange.writing import RowError, carry_out, hold, undo
from portal.core.models.pages import PortalPage

Spaces = list[PortalPage]


@require_http_methods(["GET", "HEAD", "POST"])
def outcome_exchange(request: HttpRequest, page_id: int | None = None) -> HttpResponse:
    """Show the screen for all of one's institutes or for one, give their file, or do what is sent."""
    spaces = outcome_spaces(request.user, page_id)
    if not spaces:
        raise PermissionDenied
    if request.method == "POST":
        return ACTIONS.get(request.POST.get("action", ""), _start_again)(request, spaces)
    return _download(request, spaces) if request.GET.get("export") == "csv" else _screen(request, spaces)


def _screen(request: HttpRequest, spaces: Spaces, **shown: Any) -> HttpResponse:
    title = _("Learning outcomes in a spreadsheet")
    context = {
        "header_title": title,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": title},
        ],
        "header_icon": "table",
        "spaces": spaces,
        "columns": COLUMNS,
        "most_rows": MOST_ROWS,
        "most_kb": MOST_BYTES // 1000,
        "last": _last_import(spaces),
        **shown,
    }
    return TemplateResponse(request, "curriculum/editors/outcome_exchange.html", context)


def _last_import(spaces: Spaces) -> OutcomeImport | None:
    return OutcomeImport.objects.last_within([space.partner_id for space in spaces])


def _download(request: HttpRequest, spaces: Spaces) -> HttpResponse:
    shelf = read_shelf(request.user, spaces)
    response = HttpResponse(
        write(known.cells for known in shelf.outcomes.values()), content_type="text/csv; charset=utf-8"
    )
    name = spaces[0].slug if len(spaces) == 1 else "opleidingshuis"
    response["Content-Disposition"] = f'attachment; filename="leerresultaten-{name}-{timezone.localdate()}.csv"'
    return response


def _start_again(request: HttpRequest, spaces: Spaces) -> HttpResponse:
    return redirect(request.path)


def _check(request: HttpRequest, spaces: Spaces) -> HttpResponse:
    """Show what a file would do; nothing happens."""
    file = request.FILES.get("file")
    if file is None:
        messages.error(request, _("Choose a file first."))
        return _start_again(request, spaces)
    # One byte more than may be tells that there is too much.
    return _show_plan(request, spaces, file.read(MOST_BYTES + 1))


def _show_plan(request: HttpRequest, spaces: Spaces, content: bytes) -> HttpResponse:
    try:
        plan = compare(read(content), read_shelf(request.user, spaces))
    except FileError as error:
        messages.error(request, str(error))
        return _start_again(request, spaces)
    groups = [(state, plan.of(state)) for state in State]
    return _screen(request, spaces, plan=plan, groups=groups, content=b64encode(content).decode())


def _import(request: HttpRequest, spaces: Spaces) -> HttpResponse:
    """Do what the table showed; show it anew when an outcome changed meanwhile."""
    try:
        content = b64decode(request.POST.get("content", ""), validate=True)
        hold(spaces)
        plan = compare(read(content), read_shelf(request.user, spaces))
    except (Error, ValueError, FileError):
        messages.error(request, _("The file did not come along. Choose it once more."))
        return _start_again(request, spaces)
    if plan.mark != request.POST.get("mark") or not plan.todo:
        messages.warning(request, _("Meanwhile something has changed. Look again at what would happen."))
        return _show_plan(request, spaces, content)
    return _carry_out(request, spaces, plan)


def _carry_out(request: HttpRequest, spaces: Spaces, plan: Plan) -> HttpResponse:
    by_slug = {space.partner.slug: space for space in spaces if space.partner}
    try:
        carry_out(plan, by_slug, request.user)
    except RowError as error:
        said = _("Nothing is imported. Row %(row)d: %(reason)s") % {"row": error.number, "reason": error}
        messages.error(request, said)
        return _start_again(request, spaces)
    done = len(plan.todo)
    said = ngettext(
        "%(done)d outcome is saved as a draft. Look at it, and publish it.",
        "%(done)d outcomes are saved as drafts. Look at them, and publish them.",
        done,
    )
    messages.success(request, said % {"done": done})
    return _start_again(request, spaces)


def _undo(request: HttpRequest, spaces: Spaces) -> HttpResponse:
    """Take back the last import, if it is still the one that the screen showed."""
    hold(spaces)
    made = _last_import(spaces)
    if made is None or request.POST.get("import") != str(made.pk):
        messages.warning(request, _("Meanwhile something has changed. Look again."))
        return _start_again(request, spaces)
    done, left = undo(made, request.user)
    said = ngettext("%(done)d outcome is as it was.", "%(done)d outcomes are as they were.", done) % {"done": done}
    if left:
        said += " " + ngettext(
            "%(left)d stays as it is, because somebody worked on it since.",
            "%(left)d stay as they are, because somebody worked on them since.",
            left,
        ) % {"left": left}
    messages.success(request, said)
    return _start_again(request, spaces)


ACTIONS: dict[str, Callable[[HttpRequest, Spaces], HttpResponse]] = {
    "check": _check,
    "import": _import,
    "undo": _undo,
}
