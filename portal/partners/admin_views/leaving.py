"""The screen for a partner that leaves: what it has, and what should happen to it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.core.models.users import AnyUser
from portal.partners.admin_views.opening import breadcrumbs
from portal.partners.content_summary import ContentSummary
from portal.partners.lifecycle import archive, bring_back, hand_over, remove
from portal.partners.models import Partner

ARCHIVE, HAND_OVER, REMOVE, BRING_BACK = "archive", "hand-over", "remove", "bring-back"

LABELS = {
    ARCHIVE: gettext_lazy("Keep it as it is: everybody can read it, only the core team changes it"),
    HAND_OVER: gettext_lazy("Give everything to another partner"),
    REMOVE: gettext_lazy("Remove the partner: there is nothing to lose"),
    BRING_BACK: gettext_lazy("Let the partner take part again"),
}

DONE = {
    ARCHIVE: gettext_lazy("%(name)s no longer takes part. What it made can still be read."),
    HAND_OVER: gettext_lazy("%(name)s no longer takes part. Everything it made now belongs to %(recipient)s."),
    REMOVE: gettext_lazy("%(name)s was removed."),
    BRING_BACK: gettext_lazy("%(name)s takes part again. Invite its people."),
}


class LeavingForm(forms.Form):
    """Asks what happens to the content of a partner."""

    what = forms.ChoiceField(label=gettext_lazy("What happens to it?"), widget=forms.RadioSelect)
    recipient = forms.ModelChoiceField(
        label=gettext_lazy("To which partner?"), queryset=Partner.objects.none(), required=False
    )

    def __init__(self, partner: Partner, inventory: ContentSummary, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partner = partner
        choices = [BRING_BACK if partner.archived else ARCHIVE]
        choices += [HAND_OVER] if inventory.pages().exists() or inventory.images or inventory.documents else []
        choices += [] if inventory.keeps_content else [REMOVE]
        self.fields["what"].choices = [(choice, LABELS[choice]) for choice in choices]  # type: ignore[attr-defined]
        others = Partner.objects.active().exclude(pk=partner.pk).exclude(collection=None)
        self.fields["recipient"].queryset = others  # type: ignore[attr-defined]
        if HAND_OVER not in choices:
            del self.fields["recipient"]

    def clean(self) -> dict[str, Any]:
        """Ask for the other partner where one is needed."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("what") == HAND_OVER and not cleaned.get("recipient") and "recipient" not in self.errors:
            self.add_error("recipient", _("Choose the partner that gets everything."))
        return cleaned

    def save(self, user: AnyUser) -> bool:
        """Do what was chosen; return False when it was refused, with the reasons at the fields."""
        recipient: Any = self.cleaned_data.get("recipient")
        actions: dict[str, Callable[[], None]] = {
            ARCHIVE: lambda: archive(self.partner, user),
            BRING_BACK: lambda: bring_back(self.partner, user),
            REMOVE: lambda: remove(self.partner, user),
            HAND_OVER: lambda: hand_over(self.partner, recipient, user),
        }
        try:
            actions[self.cleaned_data["what"]]()
        except ValidationError as error:
            self.add_error(None, error)
            return False
        return True


class Leaving(WagtailAdminTemplateMixin, FormView):
    """Shows what a partner has and asks what happens to it."""

    form_class = LeavingForm
    header_icon = "group"
    template_name = "portal/partners/leaving.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the partner; 404 when it does not exist."""
        super().setup(request, *args, **kwargs)
        self.partner = get_object_or_404(Partner, pk=kwargs["partner_id"])
        self.inventory = ContentSummary(self.partner)

    def get_page_title(self) -> str:
        """Name the partner."""
        return _("%(name)s leaves") % {"name": self.partner.name}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way back to the list of partners."""
        return breadcrumbs(self.get_page_title())

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form what it decides about."""
        return {**super().get_form_kwargs(), "partner": self.partner, "inventory": self.inventory}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the partner has."""
        return {**super().get_context_data(**kwargs), "partner": self.partner, "inventory": self.inventory}

    def form_valid(self, form: LeavingForm) -> HttpResponse:
        """Do it, say so, and go back to the list; show the form again when it was refused."""
        if not form.save(self.request.user):
            return self.form_invalid(form)
        words = {"name": self.partner.name, "recipient": form.cleaned_data.get("recipient")}
        messages.success(self.request, DONE[form.cleaned_data["what"]] % words)
        return redirect("wagtailsnippets_portal_partner:list")
