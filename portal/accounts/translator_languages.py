"""The screen on which a core administrator says into which languages a colleague translates for a partner."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale

from portal.core.locales import language_name
from portal.partners.assignment import limit
from portal.partners.people import Translator, translators


class LanguagesForm(forms.Form):
    """Asks for the languages; none is all of them."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Translates only into"),
        help_text=gettext_lazy("Tick no language for somebody who translates into all of them."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Locale.objects.exclude(pk=Locale.get_default().pk).order_by("pk")
        choices = [(locale.language_code, language_name(locale)) for locale in others]
        self.fields["languages"].choices = choices  # type: ignore[attr-defined]


class TranslatorLanguages(WagtailAdminTemplateMixin, FormView):
    """Shows the languages of one colleague at one partner, and changes them."""

    form_class = LanguagesForm
    header_icon = "wagtail-localize-language"
    page_title = gettext_lazy("Languages of a translator")
    template_name = "portal/admin/translator_languages.html"
    success_url = reverse_lazy("invitations")
    translator: Translator

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the colleague; 404 for who does not translate for the partner."""
        super().setup(request, *args, **kwargs)
        asked = (kwargs["partner_id"], kwargs["user_id"])
        found = [row for row in translators() if (row.partner.pk, row.person.pk) == asked]
        if not found:
            raise Http404
        self.translator = found[0]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way back to the screen of inviting."""
        way = [{"url": reverse("invitations"), "label": _("Invite")}, {"url": "", "label": self.get_page_title()}]
        return [*super().get_breadcrumbs_items(), *way]

    def get_initial(self) -> dict[str, Any]:
        """Tick the languages of now."""
        return {"languages": [locale.language_code for locale in self.translator.languages]}

    def form_valid(self, form: LanguagesForm) -> HttpResponse:
        """Keep the languages, and say so."""
        chosen = form.cleaned_data["languages"]
        limit(self.translator.person, self.translator.partner, chosen)
        names = ", ".join(name for code, name in form.fields["languages"].choices if code in chosen)  # type: ignore[attr-defined]
        told = _("%(person)s now translates for %(partner)s into: %(languages)s.") % {
            "person": self.translator.person,
            "partner": self.translator.partner,
            "languages": names or _("all languages"),
        }
        messages.success(self.request, told)
        return super().form_valid(form)
