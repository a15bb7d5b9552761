"""The screen of pages to check, saying that one is still right, and who looks after it."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.editorial.freshness.caring import Carers, give_to, say_still_right
from portal.editorial.freshness.desk import Choice, how_often, to_check
from portal.partners.access.policy import access_of
from portal.partners.people import writers_of

SHOWN = 50
"""Pages on one screen."""


def pages_to_check(request: HttpRequest) -> HttpResponse:
    """Show what somebody may change and should be looked at, by kind, partner and who looks after it."""
    access = access_of(request.user)
    choice = Choice(request.GET, to_check(access), access)
    found = choice.chosen().select_related("partner", "content_type", "keeper")
    pages = Paginator(found, SHOWN).get_page(request.GET.get("p"))
    facts = {"title": _("Pages to check"), "icon": "check", "listed": pages, "count": pages.paginator.count}
    more = {"choice": choice, "today": timezone.localdate(), "how_often": how_often()}
    return render(request, "portal/freshness/to_check.html", {**facts, **more})


@require_POST
def still_right(request: HttpRequest, page_id: int) -> HttpResponse:
    """Note that whoever may change a page looked at it today, and go back to where they were."""
    page = get_object_or_404(PortalPage, pk=page_id)
    say_still_right(page, request.user)
    messages.success(request, _("It is noted that “%(title)s” is still right.") % {"title": page.title})
    return redirect(get_valid_next_url_from_request(request) or reverse("to_check"))


class KeepersForm(forms.Form):
    """Who looks after a page, and who does so when that person does not; both work in its space."""

    keeper: "forms.ModelChoiceField[User]" = forms.ModelChoiceField(
        None, required=False, label=gettext_lazy("Who keeps this page right"), empty_label=gettext_lazy("nobody named")
    )
    deputy: "forms.ModelChoiceField[User]" = forms.ModelChoiceField(
        None,
        required=False,
        label=gettext_lazy("Who does so in their place"),
        empty_label=gettext_lazy("nobody named"),
    )

    def __init__(self, page: PortalPage, data: QueryDict | None) -> None:
        super().__init__(data, initial={"keeper": page.keeper_id, "deputy": page.deputy_id})
        for field in self.fields.values():
            field.queryset = writers_of(page.partner)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse somebody as their own deputy."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("keeper") and cleaned["keeper"] == cleaned.get("deputy"):
            self.add_error("deputy", _("Choose somebody else than who keeps the page right."))
        return cleaned


def keepers(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show and change who looks after a page."""
    page = get_object_or_404(PortalPage, pk=page_id)
    form = KeepersForm(page, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        give_to(page, form.cleaned_data, request.user)
        messages.success(request, _("It is kept who looks after this page."))
        return redirect("page_keepers", page.pk)
    now = Carers().keepers(page)
    return render(request, "portal/freshness/keepers.html", {"page": page, "form": form, "now": now})
