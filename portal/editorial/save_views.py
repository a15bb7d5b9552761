"""Saving a page, whatever the order in which the requests of one person arrive.

The reasons stand in docs/decisions/0011-saving-in-any-order.md.

Wagtail names its views in its own addresses. The hooks at the end hand each post to the views below, which take the
requests about one page one after another and look at the page only when it is their turn.
"""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.utils import set_query_params
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.models import Page, Revision

from portal.core.saving import key_of_new_page, newer_words_saved, number, overtaken


class OwnWork(EditView):
    """The edit view for a post: one at a time, and never in the way of the same form's other requests."""

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponse:
        """Wait for other requests that save this page before it is read."""
        _wait_for(page_id)
        response: HttpResponse = super().dispatch(request, page_id, **kwargs)
        return response

    @cached_property
    def is_out_of_date(self) -> bool:
        """Whether the page was saved elsewhere meanwhile."""
        return self.overtaken is not None

    @cached_property
    def overtaken(self) -> Revision | None:
        """Return what was saved elsewhere; a cached answer, because `post` changes what was posted."""
        return overtaken(self.real_page_record, self.request.user, self.request.POST)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let the form know about work done elsewhere, and drop what the same form has saved in newer words."""
        self.page.overtaken = self.overtaken
        if self.expects_json_response and newer_words_saved(self.real_page_record, request.user, request.POST):
            return self._saved_already()
        overwrite, latest = number(request.POST.get("overwrite_revision_id")), self.latest_revision
        if "overwrite_revision_id" in request.POST and not (
            latest and latest.pk == overwrite and latest.user_id == request.user.pk
        ):
            posted: Any = request.POST.copy()
            del posted["overwrite_revision_id"]
            request.POST = posted
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    def form_invalid(self, form: WagtailAdminPageForm) -> HttpResponse:
        """Take a second press for what it is when the first one handed the page in, which locks it."""
        mine = self.latest_revision and self.latest_revision.user_id == self.request.user.pk
        twice = mine and self.locked_for_user and not self.expects_json_response
        if twice and form.is_valid() and not _differs(form):
            return self.redirect_away()
        response: HttpResponse = super().form_invalid(form)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Let a form that asks whether it may replace what was saved elsewhere not save itself before the answer."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "autosave_enabled": context["autosave_enabled"] and not self.overtaken}

    def _saved_already(self) -> HttpResponse:
        latest = self.latest_revision
        made = latest.created_at.isoformat()
        return JsonResponse(
            {"success": True, "pk": self.page.pk, "revision_id": latest.pk, "revision_created_at": made}
        )


class OwnRevert(OwnWork, RevisionsRevertView):
    """The same for a form that was filled from an old revision."""


class OwnNewPage(CreateView):
    """The view that makes a page: a form makes one page, however often it is posted."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Wait for other requests that make a page at this place: two would take one position in the tree."""
        _wait_for(kwargs["parent_page_id"])
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest) -> HttpResponse:
        """Go on with the page that this form has made already, if it has."""
        key = key_of_new_page(request.POST, request.user, self.parent_page, self.page_class)
        if key:
            made = Page.objects.filter(translation_key=key, locale=self.page.locale).first()
            if made is None:
                self.page.translation_key = key
            elif made.permissions_for_user(request.user).can_edit():
                return self._go_on_with(made)
        response: HttpResponse = super().post(request)
        return response

    def _go_on_with(self, made: Page) -> HttpResponse:
        response: HttpResponse = OwnWork.as_view()(self.request, made.pk)
        if not isinstance(response, JsonResponse) or response.status_code != 200:
            return response
        self.page = made
        address = self.get_edit_url()
        hydrate = set_query_params(address, {"_w_hydrate_create_view": "1"})
        return JsonResponse({**_read(response), "url": address, "hydrate_url": hydrate})


def _differs(form: WagtailAdminPageForm) -> bool:
    """Whether a form holds other words than the page; a default that is computed always counts as changed there."""
    changed = [name for name in form.changed_data if not form.fields[name].show_hidden_initial]
    return bool(changed) or any(rows.has_changed() for rows in form.formsets.values())


def _read(response: JsonResponse) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(response.content)
    return read


def _wait_for(page_id: int) -> None:
    """Hold the row of a page until this request is over; rows that point at it may still be made."""
    Page.objects.select_for_update(no_key=True).filter(pk=page_id).values_list("pk").first()


VIEWS: dict[str, Any] = {
    "wagtailadmin_pages:add": OwnNewPage,
    "wagtailadmin_pages:edit": OwnWork,
    "wagtailadmin_pages:revisions_revert": OwnRevert,
}


def _in_turn(request: HttpRequest) -> HttpResponse | None:
    """Answer a post with our view; the hook is asked a second time from there and lets it pass."""
    match = request.resolver_match
    if request.method != "POST" or match is None or match.view_name not in VIEWS or hasattr(request, "in_turn"):
        return None
    request.in_turn = True  # type: ignore[attr-defined]
    response: HttpResponse = VIEWS[match.view_name].as_view()(request, *match.args, **match.kwargs)
    return response


@hooks.register("before_edit_page")
def edit_in_turn(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Save a page with the views of this module."""
    return _in_turn(request)


@hooks.register("before_create_page")
def create_in_turn(request: HttpRequest, parent_page: Page, page_class: type[Page]) -> HttpResponse | None:
    """Make a page with the views of this module."""
    return _in_turn(request)


@hooks.register("insert_global_admin_js")
def leave_typed_dates_alone() -> str:
    """Keep the date picker from replacing what it cannot read."""
    return format_html('<script src="{}"></script>', static("portal/js/admin-dates.js"))


@hooks.register("insert_editor_js")
def say_when_it_was_typed() -> str:
    """Add the moment of typing to what a page form sends, and save again by itself what could not be saved."""
    away = _("The portal can save nothing for a moment. Leave this page open: it tries again by itself.")
    return format_html('<script src="{}" data-away="{}" defer></script>', static("portal/js/page-form.js"), away)
