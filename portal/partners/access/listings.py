"""Lists of the admin that would name people of other partners in their filters."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter
from wagtail.admin.filters import MultipleUserFilter
from wagtail.admin.views.pages.listing import EditedByFilter, GenericPageFilterSet
from wagtail.admin.views.reports.locked_pages import LockedPagesReportFilterSet, LockedPagesView
from wagtail.admin.views.reports.workflows import (
    WorkflowReportFilterSet,
    WorkflowTasksReportFilterSet,
    WorkflowTasksView,
    WorkflowView,
)
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page, Task, Workflow

from portal.partners.access.opening_forms import Create, Edit
from portal.partners.access.policy import access_of
from portal.partners.access.privacy import PrivacyView
from portal.partners.departures.admin_views import Delete, MoveConfirm, Unpublish
from portal.partners.models import Partner
from portal.partners.roles import CORE_GROUPS


def colleagues(request: HttpRequest) -> models.QuerySet[Any]:
    """Return the people somebody works with: of the same partner, and the core team."""
    everyone = get_user_model().objects.order_by("first_name", "last_name", "email")
    access = access_of(request.user)
    if access.is_core:
        return everyone
    names = [*access.group_names, *CORE_GROUPS.values()]
    return everyone.filter(groups__name__in=names).distinct()


def own_workflows(request: HttpRequest) -> models.QuerySet[Any]:
    """Return the workflows of the partners somebody works for."""
    access = access_of(request.user)
    if access.is_core:
        return Workflow.objects.all()
    return Workflow.objects.filter(pk__in=Partner.objects.filter(pk__in=access.partners).values("workflow"))


def own_tasks(request: HttpRequest) -> models.QuerySet[Any]:
    """Return the steps of those workflows."""
    return Task.objects.filter(workflow_tasks__workflow__in=own_workflows(request)).distinct()


class KnownPeopleFilterSet(GenericPageFilterSet):
    """Filters of the explorer and of the lists per page type, by people one works with."""

    owner = MultipleUserFilter(label=_("Owner"), queryset=colleagues, widget=CheckboxSelectMultiple)
    edited_by = EditedByFilter(label=_("Edited by"), queryset=colleagues, widget=CheckboxSelectMultiple)


class PagesViewSet(PageViewSet):
    """Wagtail's own page screens with these filters, forms filled in, our privacy and our question about visitors."""

    model = Page
    filterset_class = KnownPeopleFilterSet
    add_view_class = Create
    edit_view_class = Edit
    set_privacy_view_class = PrivacyView
    delete_view_class = Delete
    unpublish_view_class = Unpublish
    move_confirm_view_class = MoveConfirm


class KnownLockersFilterSet(LockedPagesReportFilterSet):
    """Filters of the report on locked pages."""

    locked_by = ModelChoiceFilter(
        label=_("Locked by"), empty_label=_("Anyone"), field_name="locked_by", queryset=colleagues
    )


class LockedPages(LockedPagesView):
    """The report on locked pages."""

    filterset_class = KnownLockersFilterSet


class OwnWorkflowsFilterSet(WorkflowReportFilterSet):
    """Filters of the report on workflows."""

    requested_by = ModelChoiceFilter(field_name="requested_by", queryset=colleagues)
    workflow = ModelChoiceFilter(field_name="workflow", queryset=own_workflows)


class Workflows(WorkflowView):
    """The report on workflows."""

    filterset_class = OwnWorkflowsFilterSet


class OwnTasksFilterSet(WorkflowTasksReportFilterSet):
    """Filters of the report on steps of workflows."""

    workflow = ModelChoiceFilter(field_name="workflow_state__workflow", queryset=own_workflows, label=_("Workflow"))
    task = ModelChoiceFilter(queryset=own_tasks)


class WorkflowTasks(WorkflowTasksView):
    """The report on steps of workflows."""

    filterset_class = OwnTasksFilterSet
