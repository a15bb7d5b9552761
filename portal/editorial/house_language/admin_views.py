"""Screens about words that the house does not use: where they stand, and one page with a button to replace each."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page

from portal.core.house_language.checking import Finding, findings
from portal.core.house_language.finding import Finder
from portal.core.house_language.models import RefusedWord
from portal.core.saving import number
from portal.core.translations.unfinished import translation_of
from portal.editorial.house_language.places import as_last_saved, places_of
from portal.partners.access.policy import access_of

SHOWN = 50
"""Places on one screen."""


def report(request: HttpRequest) -> HttpResponse:
    """Show where such words stand in what somebody may change; `word` asks for one word of the list."""
    word = RefusedWord.objects.filter(pk=number(request.GET.get("word"))).first()
    words = Finder([word.rule]) if word else None
    places = Paginator(list(places_of(access_of(request.user), words)), SHOWN)
    shown = places.get_page(request.GET.get("p"))
    facts = {"title": _("Words of the house"), "icon": "openquote", "listed": shown, "count": places.count}
    return render(request, "portal/house_language/report.html", {**facts, "word": word})


def of_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the words of one page; a post replaces one of them, or all, in a new draft."""
    page = as_last_saved(Page.objects.select_for_update(no_key=True).get(pk=page_id))
    rights = page.permissions_for_user(request.user)
    if not rights.can_edit():
        raise PermissionDenied
    replaceable = not rights.page_locked() and not page.alias_of_id and translation_of(page) is None
    if request.method == "POST" and replaceable:
        count = _replace(page, request.POST.get("which", ""))
        if count:
            page.save_revision(user=request.user, clean=False)
        _tell(request, count)
        return redirect(request.path)
    found = [(which_of(finding), finding) for finding in findings(page)]
    context = {"page": page, "found": found, "replaceable": replaceable}
    return render(request, "portal/house_language/page.html", context)


def which_of(finding: Finding) -> str:
    """Return what names one word on a page: its field, itself and its sentence."""
    return f"{finding.text.label}|{finding.hit.found}|{finding.sentence}"


def _replace(page: Page, which: str) -> int:
    """Put the house's word in the place of one word, or of all when none is named; return how many were replaced."""
    wanted = [finding for finding in findings(page) if which in ("", which_of(finding))]
    for _each in wanted:
        left = [finding for finding in findings(page) if which in ("", which_of(finding))]
        if left:
            left[-1].replace()
    return len(wanted)


def _tell(request: HttpRequest, count: int) -> None:
    if count:
        told = ngettext("%(count)d word was replaced in a draft.", "%(count)d words were replaced in a draft.", count)
        messages.success(request, told % {"count": count})
    else:
        messages.warning(request, _("That word does not stand there any more."))
