"""The same for many pages at once."""

from itertools import chain
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.bulk_actions.move import MoveBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction
from wagtail.models import Page

from portal.partners.access.tester import PortalPagePermissionTester, Refusal
from portal.partners.departures.admin_views import pointing_context, say_where_visitors_go, told_why
from portal.partners.departures.choice import VisitorsForm
from portal.partners.departures.signposts import Departure


class ManyLeavingForm(VisitorsForm, DefaultPageForm):
    """Asks where visitors go, and whether what stands below goes along."""

    field_order = ("include_descendants",)


class SayingWhy:
    """Does nothing at all, and says why, when one of the pages is kept by more than a lack of rights."""

    def why_not(self, rights: PortalPagePermissionTester) -> Refusal | None:
        """Return what keeps one page; each action has its own question."""
        raise NotImplementedError

    @classmethod
    def get_queryset(cls, model: type[Page], object_ids: list[str]) -> list[Page]:
        """Read the pages as pages of their own type, so that what is asked of each is asked for all at once."""
        return get_list_or_404(model.objects.specific(), pk__in=object_ids)

    def prepare_action(self, objects: list[Page], left_out: dict[str, list[Any]]) -> HttpResponse | None:
        """Look at the pages that Wagtail leaves out."""
        request: HttpRequest = self.request  # type: ignore[attr-defined]
        unmoved = (row["item"] for row in left_out.get("pages_without_destination_access", ()))
        kept = (page.permissions_for_user(request.user) for page in chain(left_out["items_with_no_access"], unmoved))
        refusal = next(filter(None, map(self.why_not, kept)), None)
        parent: Any = super()
        return told_why(request, refusal) or parent.prepare_action(objects, left_out)


class PointingOut:
    """Names what points at the pages."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the list."""
        parent: Any = super()
        context: dict[str, Any] = parent.get_context_data(**kwargs)
        pages = [row["item"] for row in context["items"]]
        return {**context, **pointing_context(pages, self.request.user)}  # type: ignore[attr-defined]


class LeadingManyOn(SayingWhy, PointingOut):
    """Asks where visitors go, and leads them there in the same step."""

    form_class = ManyLeavingForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form which pages leave."""
        parent: Any = super()
        pages, _others = self.get_actionable_objects()  # type: ignore[attr-defined]
        return {**parent.get_form_kwargs(), "pages": pages}

    def form_valid(self, form: ManyLeavingForm) -> HttpResponse:
        """Let Wagtail do it, and lead visitors on."""
        parent: Any = super()
        pages, _others = self.get_actionable_objects()  # type: ignore[attr-defined]
        with transaction.atomic():
            departure = Departure(pages)
            answer: HttpResponse = parent.form_valid(form)
            reached = departure.lead_to(form.target_of)
        say_where_visitors_go(self.request, reached)  # type: ignore[attr-defined]
        return answer


class DeleteMany(LeadingManyOn, DeleteBulkAction):
    """Wagtail's own, with the question."""

    template_name = "portal/departures/bulk_delete.html"

    def why_not(self, rights: PortalPagePermissionTester) -> Refusal | None:
        """Return why a page stays."""
        return rights.why_not_delete()


class UnpublishMany(LeadingManyOn, UnpublishBulkAction):
    """Wagtail's own, with the question."""

    template_name = "portal/departures/bulk_unpublish.html"

    def why_not(self, rights: PortalPagePermissionTester) -> Refusal | None:
        """Return why a page stays on the site."""
        return rights.why_not_unpublish()


class MoveMany(SayingWhy, PointingOut, MoveBulkAction):
    """Wagtail's own, which says that visitors come along."""

    template_name = "portal/departures/bulk_move.html"

    def why_not(self, rights: PortalPagePermissionTester) -> Refusal | None:
        """Return why a page does not go there."""
        return rights.why_not_move_to(self.cleaned_form.cleaned_data["chooser"])
