"""The same for many pages at once."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.bulk_actions.move import MoveBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction

from portal.partners.departures.choice import VisitorsForm
from portal.partners.departures.screens import pointing_context, say_where_visitors_go
from portal.partners.departures.signposts import Departure


class ManyLeavingForm(VisitorsForm, DefaultPageForm):
    """Asks where visitors go, and whether what stands below goes along."""

    field_order = ("include_descendants",)


class PointingOut:
    """Names what points at the pages."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the list."""
        parent: Any = super()
        context: dict[str, Any] = parent.get_context_data(**kwargs)
        pages = [row["item"] for row in context["items"]]
        return {**context, **pointing_context(pages, self.request.user)}  # type: ignore[attr-defined]


class LeadingManyOn(PointingOut):
    """Asks where visitors go, and leads them there in the same step."""

    form_class = ManyLeavingForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form which pages leave."""
        parent: Any = super()
        pages, _others = self.get_actionable_objects()  # type: ignore[attr-defined]
        return {**parent.get_form_kwargs(), "pages": pages}

    def form_valid(self, form: Any) -> HttpResponse:
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


class UnpublishMany(LeadingManyOn, UnpublishBulkAction):
    """Wagtail's own, with the question."""

    template_name = "portal/departures/bulk_unpublish.html"


class MoveMany(PointingOut, MoveBulkAction):
    """Wagtail's own, which says that visitors come along."""

    template_name = "portal/departures/bulk_move.html"
