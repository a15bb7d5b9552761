"""Wagtail's screens to delete, unpublish and move a page, with what points there and where visitors should go."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.admin.views.pages.move import MoveConfirmView
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.models import Page

from portal.core.models.users import AnyUser
from portal.partners.access.tester import Refusal
from portal.partners.departures.choice import VisitorsForm
from portal.partners.departures.pointing import named, pointing_at
from portal.partners.departures.signposts import Departure


def pointing_context(pages: Sequence[Page], user: AnyUser) -> dict[str, Any]:
    """Return what the list of what points at pages needs."""
    here, below = pointing_at(pages, user)
    return {"pointing": here, "pointing_below": below}


def told_why(request: HttpRequest, refusal: Refusal | None) -> HttpResponse | None:
    """Say why something is not done, and lead on; None when there is nothing against it but rights."""
    if refusal is None:
        return None
    messages.error(request, refusal.message)
    return redirect(refusal.address)


def say_where_visitors_go(request: HttpRequest, reached: set[Page]) -> None:
    """Say to which pages visitors come now."""
    for page in sorted(reached, key=lambda page: page.url_path):
        messages.info(request, _("Visitors of the old address now come to “%(title)s”.") % {"title": page.title})


class LeadingOn:
    """Asks where visitors go, and leads them there in the same step."""

    request: HttpRequest
    page: Page

    @cached_property
    def form(self) -> VisitorsForm:
        """Return the question, with the answer that was sent."""
        return VisitorsForm(self.request.POST if self.request.method == "POST" else None, pages=[self.page])

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let Wagtail do it when the answer can be used; else show the screen again, with the reason."""
        parent: Any = super()
        if not self.form.is_valid():
            answer: HttpResponse = self.render_to_response(self.get_context_data())  # type: ignore[attr-defined]
            return answer
        with transaction.atomic():
            departure = Departure([self.page])
            answer = parent.post(request, *args, **kwargs)
            reached = departure.lead_to(self.form.target_of)
        say_where_visitors_go(request, reached)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the question and what points here."""
        parent: Any = super()
        context: dict[str, Any] = parent.get_context_data(**kwargs)
        return {**context, "form": self.form, **pointing_context([self.page], self.request.user)}


class Delete(LeadingOn, DeleteView):
    """Wagtail's screen that deletes a page."""

    template_name = "portal/departures/delete.html"

    def dispatch(self, request: HttpRequest, page_id: int, *args: Any, **kwargs: Any) -> HttpResponse:
        """Say why a page stays; of one that is in use show where."""
        page = get_object_or_404(Page, pk=page_id)
        refusal = page.permissions_for_user(request.user).why_not_delete()
        if refusal is not None and refusal.leaning:
            return _in_use(request, page, refusal)
        return told_why(request, refusal) or super().dispatch(request, page_id, *args, **kwargs)


def _in_use(request: HttpRequest, page: Page, refusal: Refusal) -> HttpResponse:
    """Show what leans on a page; 403 for who would delete it nevertheless."""
    context = {"page": page, "leaning": named(refusal.leaning, request.user)}
    status = 403 if request.method == "POST" else 200
    return TemplateResponse(request, "portal/departures/in_use.html", context, status=status)


class Unpublish(LeadingOn, UnpublishView):
    """Wagtail's screen that takes a page offline."""

    template_name = "portal/departures/unpublish.html"
    usage_url_name = None  # the list stands in the screen itself

    @property
    def page(self) -> Page:
        """The page, which Wagtail's view names otherwise."""
        page: Page = self.object
        return page

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Say why a page stays on the site."""
        rights = self.page.permissions_for_user(request.user)
        return told_why(request, rights.why_not_unpublish()) or super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Keep the tick of a form that is shown again."""
        return {**super().get_context_data(**kwargs), "checked": "include_descendants" in self.request.POST}


class MoveConfirm(MoveConfirmView):
    """Wagtail's screen that moves a page."""

    template_name = "portal/departures/move.html"

    def dispatch(
        self, request: HttpRequest, page_to_move_id: int, destination_id: int, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Say why a page does not go there."""
        rights = get_object_or_404(Page, pk=page_to_move_id).permissions_for_user(request.user)
        refusal = rights.why_not_move_to(get_object_or_404(Page, pk=destination_id))
        going_on = super().dispatch
        return told_why(request, refusal) or going_on(request, page_to_move_id, destination_id, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what points here, and whether visitors come along."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        moved = Page.objects.filter(path__startswith=self.page_to_move.path)
        context["has_visitors"] = moved.filter(live=True).exists()
        return {**context, **pointing_context([self.page_to_move], self.request.user)}
