"""From words that found nothing to the form of a page, where they stand among how people search for it."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.models import Translation

from portal.core.models.phrases import FIELD, LONGEST, Findable, phrases_in
from portal.core.models.users import AnyUser
from portal.core.translations.phrases import propose
from portal.core.translations.unfinished import translation_of
from search.admin.fields import PageField
from search.admin.promotion import first_found
from search.request import clean_words

PHRASE = "phrase"
"""What the address of a form calls the phrase that is to stand in it."""


class PhraseForm(forms.Form):
    """The words of a search, and the page that answers them."""

    words = forms.CharField(label=_("Words of the search"), max_length=LONGEST)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    page = PageField(_("Page"), _("The page that has the answer. Its form opens with the words in it."))

    def __init__(self, *args: Any, user: AnyUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_words(self) -> str:
        """Return the words as a phrase; refused when nothing is left of them."""
        words = clean_words(self.cleaned_data["words"])
        if not words:
            raise forms.ValidationError(_("Type at least one word."))
        return words

    def clean_page(self) -> Any:
        """Refuse what has no phrases, and a page that this person may not edit."""
        page = self.cleaned_data["page"]
        if page is None:
            raise forms.ValidationError(_("Choose a page."))
        page = page.specific
        if not isinstance(page, Findable) or page.alias_of_id:  # type: ignore[attr-defined]
            raise forms.ValidationError(_("Visitors cannot see this page."))
        if not page.permissions_for_user(self.user).can_edit():  # type: ignore[attr-defined]
            raise forms.ValidationError(_("You may not change this page."))
        return page

    def clean(self) -> dict[str, Any]:
        """Refuse a page in another language."""
        found: dict[str, Any] = super().clean() or {}
        page = found.get("page")
        if page and page.locale.language_code != found.get("language"):
            self.add_error("page", _("This page is in another language."))
        return found

    def hand_over(self) -> bool:
        """Put the words among the texts of a translation; False when the form of the page itself has to hold them."""
        translation = self.translation
        if translation is None:
            return False
        if not propose(translation, self.cleaned_data["words"], self.user):
            self.add_error("page", _("The Dutch page has no such words yet. Write some there first."))
        return True

    @property
    def translation(self) -> Translation | None:
        """The running translation that makes the chosen page; None for a page that is written in its own form."""
        return translation_of(self.cleaned_data["page"])


class PhraseView(WagtailAdminTemplateMixin, FormView):
    """One screen to choose the page that words of visitors belong to; the form of the page comes next."""

    form_class = PhraseForm
    template_name = "search/admin/phrase.html"
    page_title = _("Add to a page")
    header_icon = "doc-full-inverse"

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form who asks."""
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_initial(self) -> dict[str, Any]:
        """Fill in the words and language of the address, with the first page that is found by them."""
        asked = self.request.GET
        language = asked.get("language", "")
        language = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        words = clean_words(asked.get("words", ""))
        return {"words": words, "language": language, "page": next(iter(first_found(words, language)), None)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the frame of a form needs."""
        context = super().get_context_data(**kwargs)
        frame = {"action_url": self.request.get_full_path(), "submit_button_label": _("Go on")}
        return {**context, **frame, "media": context["form"].media}

    def form_valid(self, form: PhraseForm) -> HttpResponse:
        """Open the form of the page with the words in it, to be saved there."""
        handed_over = form.hand_over()
        if form.errors:
            return self.form_invalid(form)
        words, page = form.cleaned_data["words"], form.cleaned_data["page"]
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        if handed_over:
            text = gettext("“%(words)s” waits among the texts of this page. Publish the translation to use it.")
            messages.info(self.request, text % {"words": words})
            return redirect(address)
        return redirect(f"{address}?{urlencode({PHRASE: words})}#id_{FIELD}")


def fill_in(request: HttpRequest, page: Page) -> None:
    """Show the form of a page with a phrase in it that its address names; nothing is saved yet."""
    words = clean_words(request.GET.get(PHRASE, ""))[:LONGEST]
    if request.method != "GET" or not words or not isinstance(page, Findable) or translation_of(page):
        return
    page.search_phrases = "\n".join(phrases_in(f"{page.search_phrases}\n{words}"))
    text = gettext("“%(words)s” stands at “How people search for this”. Save the page to keep it.")
    messages.info(request, text % {"words": words})


def add_phrase(request: HttpRequest) -> HttpResponseBase:
    """Show the form, and lead on."""
    return PhraseView.as_view()(request)
