"""Putting pages on top of one search: a form with the words filled in and the first page found as a proposal."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse_lazy
from django.utils import translation
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.log_actions import log
from wagtail.search.utils import normalise_query_string

from portal.core.models.users import AnyUser
from search.admin.fields import PageField
from search.documents import PAGE
from search.models.documents import public_pages
from search.parsing import parse
from search.request import MAX_WORDS, SearchRequest, clean_words
from search.service import current

PLACES = ("first", "second", "third")


class PromotionForm(forms.Form):
    """The words of a search, and the pages that come first for exactly these words, in order."""

    words = forms.CharField(
        label=_("Words of the search"),
        max_length=MAX_WORDS,
        help_text=_("The pages come on top when a visitor types exactly this."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    first = PageField(_("First page"))
    second = PageField(_("Second page"))
    third = PageField(_("Third page"))

    def clean_words(self) -> str:
        """Return the words as they are looked up; refused when nothing is left of them."""
        words = normalise_query_string(clean_words(self.cleaned_data["words"]))
        if not words:
            raise forms.ValidationError(_("Type at least one word."))
        return words

    def clean(self) -> dict[str, Any]:
        """Refuse pages that visitors would not see in this language, and a page that is chosen twice."""
        found: dict[str, Any] = super().clean() or {}
        seen: set[int] = set()
        for name in PLACES:
            page = found.get(name)
            if page is None:
                continue
            if not public_pages().filter(pk=page.pk).exists():
                self.add_error(name, _("Visitors cannot see this page."))
            elif page.locale.language_code != found.get("language"):
                self.add_error(name, _("This page is in another language."))
            elif page.pk in seen:
                self.add_error(name, _("This page is chosen already."))
            seen.add(page.pk)
        return found

    @transaction.atomic
    def save(self, user: AnyUser) -> int:
        """Keep the pages in place of those promoted before for these words in this language; return how many."""
        language = self.cleaned_data["language"]
        query = Query.get(self.cleaned_data["words"])
        for old in query.editors_picks.filter(page__locale__language_code=language):
            log(old, "wagtail.delete", user=user)
            old.delete()
        pages = [page for name in PLACES if (page := self.cleaned_data[name])]
        for place, page in enumerate(pages):
            log(SearchPromotion.objects.create(query=query, page=page, sort_order=place), "wagtail.create", user=user)
        if not query.editors_picks.exists():
            query.delete()
        return len(pages)


class PromotionView(WagtailAdminTemplateMixin, FormView):
    """One screen to put pages on top of a search, to change their order, and to take them away again."""

    form_class = PromotionForm
    template_name = "search/admin/promotion.html"
    page_title = _("Put a page on top")
    header_icon = "pick"
    success_url = reverse_lazy("search_counts")

    def get_initial(self) -> dict[str, Any]:
        """Fill in the words and language of the address, with the pages on top now or the first one found."""
        asked = self.request.GET
        language = asked.get("language", "")
        language = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        words = clean_words(asked.get("words", ""))
        pages = promoted_pages(words, language) or first_found(words, language)
        return {"words": words, "language": language, **dict(zip(PLACES, pages, strict=False))}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the frame of a form needs."""
        context = super().get_context_data(**kwargs)
        frame = {"action_url": self.request.get_full_path(), "submit_button_label": _("Save")}
        return {**context, **frame, "media": context["form"].media}

    def form_valid(self, form: PromotionForm) -> HttpResponse:
        """Save, and say what visitors see from now on."""
        count, words = form.save(self.request.user), form.cleaned_data["words"]
        text = (
            ngettext("%(n)d page is on top of “%(words)s”.", "%(n)d pages are on top of “%(words)s”.", count)
            if count
            else gettext("No page is on top of “%(words)s” any more.")
        )
        messages.success(self.request, text % {"n": count, "words": words})
        return super().form_valid(form)


def promoted_pages(words: str, language: str) -> list[int]:
    """Return the pages that are on top of a search now."""
    picks = SearchPromotion.objects.filter(
        query__query_string=normalise_query_string(words), page__locale__language_code=language
    )
    return list(picks.order_by("sort_order").values_list("page_id", flat=True)[: len(PLACES)])


def first_found(words: str, language: str) -> list[int]:
    """Return the first page a visitor finds with these words, corrections included."""
    if not words:
        return []
    request = SearchRequest(language, words)
    with translation.override(language):
        answer, _documents, _request = current(request, parse(request))
    return [pk for kind, pk in (hit.identity for hit in answer.hits) if kind == PAGE][:1]


def promotions() -> list[dict[str, Any]]:
    """Return the searches with pages on top: words, language and titles in order."""
    picks = SearchPromotion.objects.filter(page__isnull=False).select_related("page__locale", "query")
    found: dict[tuple[str, str], list[str]] = {}
    for pick in picks.order_by("query__query_string", "page__locale__language_code", "sort_order"):
        found.setdefault((pick.query.query_string, pick.page.locale.language_code), []).append(pick.page.title)
    return [{"words": words, "language": language, "titles": titles} for (words, language), titles in found.items()]


def promote(request: HttpRequest) -> HttpResponseBase:
    """Show and save the form."""
    return PromotionView.as_view()(request)
