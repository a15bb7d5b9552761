"""The way in for a new editor: shown on the first screen until something of theirs was published."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import PageLogEntry, PagePermissionTester

from portal.core.models.pages import PortalPage, PortalPageQuerySet
from portal.partners.access.policy import UserAccess, access_of


class FirstSteps(Component):
    """Steps from looking around to publishing; each is ticked off by what is there, not by the editor."""

    name = "first-steps"
    template_name = "portal/editors/first_steps.html"
    order = 5

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Gather the steps; none for somebody without a space, or who has published."""
        return {"steps": first_steps(access_of(parent_context["request"].user))}


def first_steps(access: UserAccess) -> list[dict[str, Any]]:
    """Return the steps of a new editor, empty once something of theirs is on the site."""
    space = spaces(access).first()
    if space is None or has_published(access):
        return []
    began = PortalPage.objects.filter(owner=access.user).order_by("-pk").first()
    rights = space.permissions_for_user(access.user)
    last = (
        (_("Publish it"), _("Choose Publish at the bottom of the form. Within seconds it is on the site."))
        if rights.can_publish()
        else (_("Send it for review"), _("Choose Submit at the bottom of the form. You get a mail with the answer."))
    )
    looking = reverse("wagtailadmin_explore", args=[space.pk])
    steps = [
        (_("Look around in your space"), _("Everything your partner publishes stands below one page."), looking, False),
        _making(space, rights, began),
        (_("Look at it as a visitor"), _("The preview beside the form shows it, and what is missing."), "", False),
        (*last, reverse("wagtailadmin_pages:edit", args=[began.pk]) if began else "", False),
    ]
    return [{"title": title, "text": text, "url": url, "done": done} for title, text, url, done in steps]


def _making(space: PortalPage, rights: PagePermissionTester, began: PortalPage | None) -> tuple[str, str, str, bool]:
    """Return the step in which something is made; who may not make a page translates one."""
    if not rights.can_add_subpage():
        looking = reverse("wagtailadmin_explore", args=[space.pk])
        return _("Translate your first page"), _("Choose a page and then Translate in its menu."), looking, False
    making = reverse("wagtailadmin_pages:add_subpage", args=[space.pk])
    return _("Make your first page"), _("A lab, a story or news. A draft may be unfinished."), making, bool(began)


def spaces(access: UserAccess) -> PortalPageQuerySet:
    """Return the Dutch space pages of the partners somebody works for, locations first."""
    return PortalPage.objects.originals().filter(partner__in=access.partners, is_space=True).order_by("depth", "pk")


def has_published(access: UserAccess) -> bool:
    """Whether somebody has published a page, or a page they made is on the site."""
    published = PageLogEntry.objects.filter(user=access.user, action="wagtail.publish")
    return published.exists() or PortalPage.objects.filter(owner=access.user, live=True).exists()
