"""What plans add to the first screen: those past the day on which somebody would look again."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models import PlanPage
from portal.editorial.dashboard import DashboardPanel, Line
from portal.partners.access.policy import UserAccess


def plans_due(access: UserAccess) -> list[Line]:
    """Return the plans one looks after whose day has passed, the longest ago first."""
    plans = PlanPage.objects.originals().live().kept_by(access.partners, access.is_core)
    due = plans.filter(review_on__lt=timezone.localdate()).order_by("review_on", "pk")
    return [
        Line(
            plan.title,
            reverse("wagtailadmin_pages:edit", args=[plan.pk]),
            _("%(status)s. Look again on:") % {"status": plan.get_status_display()},
            plan.review_on,
        )
        for plan in due
    ]


def plans_panel() -> DashboardPanel:
    """Return the panel."""
    return DashboardPanel(
        "plans-due",
        gettext_lazy("Is this plan still right?"),
        gettext_lazy("The day to look again at these plans has passed. Change the plan, or choose a new day."),
        plans_due,
        45,
    )
