"""The pages that somebody may look at, and should by now or soon."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.permissions import page_permission_policy

from portal.core.models.pages import PortalPage
from portal.core.models.querysets import PortalPageQuerySet
from portal.core.page_types import page_types
from portal.editorial.dashboard import DashboardPanel, Line, editing
from portal.partners.access.policy import UserAccess
from portal.partners.models import Partner

SOON = timedelta(days=30)
"""How long before its day a page stands on the screen already."""


def to_check(access: UserAccess, ahead: timedelta = SOON) -> PortalPageQuerySet:
    """Return the pages that somebody may change and whose day has come or comes soon, the longest overdue first."""
    own = page_permission_policy.instances_user_has_permission_for(access.user, "change")
    pages = PortalPage.objects.due_for_check(timezone.localdate() + ahead)
    return pages if access.is_core else pages.filter(pk__in=own.values("pk"))


class KindField(forms.ModelChoiceField):
    """Kinds of page by the name that editors know."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the name of a kind."""
        return capfirst(obj.name)


class Choice(forms.Form):
    """Which of the pages somebody wants to see; each question is offered with the answers there are."""

    kind = KindField(ContentType.objects.none(), required=False, label=gettext_lazy("Kind of page"))
    partner = forms.ModelChoiceField(Partner.objects.none(), required=False, label=gettext_lazy("Partner"))
    mine = forms.BooleanField(required=False, label=gettext_lazy("Only what I look after"))

    def __init__(self, data: QueryDict, pages: PortalPageQuerySet, access: UserAccess) -> None:
        super().__init__(data)
        self.pages, self.user = pages, access.user
        kinds: Any = self.fields["kind"]
        kinds.queryset = ContentType.objects.filter(pk__in=pages.order_by().values("content_type")).order_by("model")
        partners: Any = self.fields["partner"]
        partners.queryset = Partner.objects.filter(pk__in=pages.order_by().values("partner")).order_by("name")
        if len(partners.queryset) < 2 and not access.is_core:
            del self.fields["partner"]

    def chosen(self) -> PortalPageQuerySet:
        """Return the pages asked for; an answer that is not offered counts as none."""
        self.is_valid()
        answers = self.cleaned_data
        pages = self.pages.filter(content_type=answers["kind"]) if answers.get("kind") else self.pages
        pages = pages.filter(partner=answers["partner"]) if answers.get("partner") else pages
        return pages.filter(keeper=self.user) | pages.filter(deputy=self.user) if answers.get("mine") else pages


def how_often() -> list[tuple[str, int | None, str]]:
    """Return each kind of page with its months and the reason, by name."""
    rows = ((capfirst(str(kind._meta.verbose_name)), *kind.check_every) for kind in page_types())
    return sorted((name, months, str(reason)) for name, months, reason in rows)


def on_the_desk(access: UserAccess) -> list[Line]:
    """Return the due pages of one's own space, each with a button that says it is still right."""
    own = PortalPage.objects.kept_by(access.partners, access.is_core)
    back = f"?next={reverse('wagtailadmin_home')}"
    return [
        Line(
            page.title,
            editing(page),
            _("Never checked.") if page.checked_on is None else "",
            page.checked_on,
            button=_("Still right"),
            send=reverse("still_right", args=[page.pk]) + back,
        )
        for page in to_check(access, timedelta()).filter(pk__in=own.values("pk"))
    ]


def panel() -> DashboardPanel:
    """Return the panel of the first screen."""
    return DashboardPanel(
        "past-check",
        gettext_lazy("Is this still right?"),
        gettext_lazy("Read these pages again: the day of their check has come."),
        on_the_desk,
        50,
        way=("to_check", gettext_lazy("See all pages to check")),
    )
