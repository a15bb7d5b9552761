"""Addresses that come before Wagtail's own: reports that show only one's own, and media that ask who is there."""

from typing import Any

from django.urls import URLPattern, URLResolver, path
from wagtail.admin.auth import require_admin_access

from portal.partners.access import listings
from portal.partners.access.media import media_file

REPORTS: list[tuple[str, Any, str]] = [
    ("locked", listings.LockedPages, "own_locked_pages"),
    ("workflow", listings.Workflows, "own_workflows"),
    ("workflow_tasks", listings.WorkflowTasks, "own_workflow_tasks"),
]

urlpatterns: list[URLPattern | URLResolver] = [path("media/<path:path>", media_file, name="media")]

# The links in the admin lead here by the names that Wagtail gave the same addresses.
for address, view, name in REPORTS:
    whole, part = view.as_view(), view.as_view(results_only=True)
    urlpatterns += [
        path(f"admin/reports/{address}/", require_admin_access(whole), name=name),
        path(f"admin/reports/{address}/results/", require_admin_access(part), name=f"{name}_results"),
    ]
