"""The screen "New partner", and what to do next."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.coreutils import get_content_languages

from portal.core.models.users import AnyUser
from portal.core.models.vocabularies import Sector
from portal.partners.models import Partner
from portal.partners.opening import PartnerData, open_partner, other_languages
from portal.partners.provision import reviewers


class NewPartnerForm(forms.ModelForm):
    """Asks what the command asks; the rules are those of the record and of `open_partner`."""

    sectors = forms.MultipleChoiceField(
        label=gettext_lazy("Sectors"), choices=Sector.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages beside Dutch"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Partner
        fields = ("name", "short_name", "slug", "kind", "formality", "linked_to", "sectors")
        help_texts = {
            "slug": gettext_lazy("Small letters, numbers and hyphens, for example academie-tien."),
            "formality": gettext_lazy("Editors of a formal partner publish themselves. Others write and submit."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = other_languages()
        names = dict(_language_names())
        self.fields["languages"].choices = [(code, names.get(code, code)) for code in codes]  # type: ignore[attr-defined]
        self.fields["languages"].initial = codes
        self.fields["linked_to"].queryset = Partner.objects.active()  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """Leave the rules of the record to `open_partner`, for which a partner that is there already is no mistake."""

    def save(self, user: AnyUser) -> Partner | None:  # type: ignore[override]
        """Open the partner; None when it was refused, with the reasons at the fields."""
        asked = {name: value for name, value in self.cleaned_data.items() if name in PartnerData.__dataclass_fields__}
        try:
            return open_partner(PartnerData(**asked), user)
        except ValidationError as error:
            self.add_error(None, error)
            return None


def _language_names() -> list[tuple[str, str]]:
    return list(get_content_languages().items())


class NewPartner(WagtailAdminTemplateMixin, FormView):
    """Asks for a partner and makes everything it needs."""

    form_class = NewPartnerForm
    page_title = gettext_lazy("New partner")
    header_icon = "group"
    template_name = "portal/partners/new.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way back to the list of partners."""
        return breadcrumbs(self.page_title)

    def form_valid(self, form: NewPartnerForm) -> HttpResponse:
        """Make the partner and go on to what now; show the form again when it was refused."""
        partner = form.save(self.request.user)
        return self.form_invalid(form) if partner is None else redirect("partner_opened", partner.pk)


def breadcrumbs(*labels: Any) -> list[dict[str, Any]]:
    """Return the way from the first screen over the list of partners to a screen."""
    known = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("wagtailsnippets_portal_partner:list"), "label": _("Partners")},
    ]
    return known + [{"url": "", "label": label} for label in labels]


@require_safe
def opened(request: HttpRequest, partner_id: int) -> HttpResponse:
    """Tell that a partner is ready and what to do now."""
    partner = get_object_or_404(Partner, pk=partner_id)
    spaces = partner.spaces.select_related("locale")
    context = {
        "partner": partner,
        "spaces": spaces,
        "publishes_itself": reviewers(partner) == partner.editors,
        "reviewers": reviewers(partner),
        "header_title": _("%(name)s is ready") % {"name": partner.name},
        "breadcrumbs_items": breadcrumbs(_("%(name)s is ready") % {"name": partner.name}),
        "header_icon": "group",
    }
    return TemplateResponse(request, "portal/partners/opened.html", context)
