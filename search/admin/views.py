"""Reports for editors: searches, why a page is found, and changes that search gave up."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.models.media import PortalDocument
from search import schema
from search.admin.fields import PageField
from search.admin.promotion import promotions
from search.admin.why import why
from search.counting import KEPT
from search.files.library import reason
from search.index.status import status
from search.models import SearchCount, SearchEvent, StoredDocument
from search.request import SearchRequest, clean_words
from search.service import search

MOST_ROWS = 100


def counted(without_results: bool) -> list[Any]:
    """Return what was searched most in 90 days, all of it or what gave nothing."""
    recent = SearchCount.objects.filter(day__gte=timezone.localdate() - KEPT)
    rows = recent.values("language", "words").annotate(
        times=Sum("searches"),
        nothing=Sum("without_results"),
        clicks=Sum("opened"),
        yes=Sum("helpful"),
        no=Sum("unhelpful"),
    )
    if without_results:
        return list(rows.filter(nothing__gt=0).order_by("-nothing", "words")[:MOST_ROWS])
    return list(rows.order_by("-times", "words")[:MOST_ROWS])


def ended_well() -> dict[str, int]:
    """Return what came of all searches of 90 days: how many there were, ended in a click, and said yes or no to."""
    recent = SearchCount.objects.filter(day__gte=timezone.localdate() - KEPT)
    columns = {"times": "searches", "clicks": "opened", "yes": "helpful", "no": "unhelpful"}
    return {name: total or 0 for name, total in recent.aggregate(**{k: Sum(v) for k, v in columns.items()}).items()}


@require_safe
def searches(request: HttpRequest) -> TemplateResponse:
    """Show what visitors search for and what they do not find, with one click to help them."""
    add = reverse(f"{SYNONYMS}:add")
    rows = {"all": counted(without_results=False), "nothing": counted(without_results=True)}
    lost = StoredDocument.objects.with_lost_phrases()[:MOST_ROWS]
    context = {"rows": rows, "add_synonym": add, "promotions": promotions(), "ended": ended_well(), "lost": lost}
    return TemplateResponse(request, "search/admin/searches.html", {**context, "status": status()})


SYNONYMS = "wagtailsnippets_search_synonymgroup"


class ExplainForm(forms.Form):
    """One search, and if wanted one page to look for among its results."""

    q = forms.CharField(label=gettext_lazy("Words of the search"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES, required=False)
    page = PageField(gettext_lazy("Page"), gettext_lazy("Leave empty to see the first ten results."))


@require_safe
def explain(request: HttpRequest) -> TemplateResponse:
    """Show for one search why each page stands where it stands, or for one page why it is found or not."""
    form = ExplainForm(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    wanted = SearchRequest(asked.get("language") or schema.LANGUAGES[0], clean_words(asked.get("q", "")))
    context: dict[str, Any] = {"form": form, "media": form.media, "found": None}
    if wanted.words:
        with translation.override(wanted.language):
            context["found"] = found = search(wanted)
        if page := asked.get("page"):
            context["why"] = why(page.pk, wanted, found)
    return TemplateResponse(request, "search/admin/explain.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def given_up(request: HttpRequest) -> HttpResponse:
    """Show changes that search gave up and files it cannot read; the button tries all changes again."""
    letters = SearchEvent.objects.dead_letters()
    if request.method == "POST":
        tried = letters.update(dead=False, attempts=0, next_try=timezone.now())
        messages.success(request, _("%(count)d changes are tried again.") % {"count": tried})
        return redirect("search_given_up")
    files = PortalDocument.objects.exclude(text_error="").order_by("title")[:MOST_ROWS]
    context = {"letters": letters[:MOST_ROWS], "files": [(file, reason(file.text_error)) for file in files]}
    return TemplateResponse(request, "search/admin/given_up.html", context)
