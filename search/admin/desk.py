"""What search adds to an editor's first screen: what visitors did not find, and phrases that do not find their page."""

from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import Q, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page

from portal.core.models.pages import PortalPage
from portal.editorial.dashboard import DashboardPanel, Line, editing
from portal.partners.access.policy import UserAccess
from search.analysis.words import query_terms, squeezed
from search.engines import tsquery
from search.engines.postgresql import raw
from search.models import SearchCount, StoredDocument

RECENT = timedelta(days=30)
FEWEST = 2
"""Searches without results that make words worth a line; once may be a slip of the finger."""
MOST = 20
MOST_PAGES = 100


def searched_in_vain(access: UserAccess) -> list[Line]:
    """Return what visitors searched without result and no page has among its phrases; for the core team."""
    if not access.is_core:
        return []
    recent = SearchCount.objects.filter(day__gte=timezone.localdate() - RECENT)
    counted = recent.values("language", "words").annotate(times=Sum("without_results")).filter(times__gte=FEWEST)
    rows = list(counted.order_by("-times", "words")[:MOST])
    known = _written_down([(row["language"], row["words"]) for row in rows])
    return [
        Line(
            row["words"],
            _address(row["language"], row["words"]),
            _how_often(row["language"], row["times"]),
            button=_("Add to a page"),
        )
        for row in rows
        if (row["language"], squeezed(row["words"])) not in known
    ]


def _address(language: str, words: str) -> str:
    return f"{reverse('search_phrase')}?{urlencode({'words': words, 'language': language})}"


def _how_often(language: str, times: int) -> str:
    text = ngettext("%(n)d time (%(language)s)", "%(n)d times (%(language)s)", times)
    return text % {"n": times, "language": language}


def _written_down(asked: list[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return (language, squeezed words) of what is a phrase of some page, with one question to the database."""
    wanted = Q()
    for language, words in asked:
        if terms := query_terms(words, language):
            holds = raw(" & ".join(map(tsquery.quoted, terms)))  # by the index; only then the text is read
            wanted |= Q(language=language, vector=holds, whole_phrases__contains=f" {squeezed(words)} ")
    found = StoredDocument.objects.filter(wanted).values_list("language", "whole_phrases") if wanted else []
    return {(language, phrase) for language, phrases in found for phrase in phrases.split()}


def lost_phrases(access: UserAccess) -> list[Line]:
    """Return the pages one keeps that are not found by one of their phrases."""
    kept = PortalPage.objects.kept_by(access.partners, access.is_core)
    lost = StoredDocument.objects.with_lost_phrases().filter(page__in=kept.values("pk"))[:MOST_PAGES]
    return [Line(row.title, editing(Page(pk=row.page_id)), "; ".join(row.lost)) for row in lost]


def search_panels() -> list[DashboardPanel]:
    """Return the panels."""
    return [
        DashboardPanel(
            "searched-in-vain",
            gettext_lazy("Searched and not found"),
            gettext_lazy("Visitors found nothing with these words. Is there a page with the answer? Add them to it."),
            searched_in_vain,
            46,
        ),
        DashboardPanel(
            "lost-phrases",
            gettext_lazy("Phrases that do not find their page"),
            gettext_lazy("Who searches this does not find the page among the first ten. Write it more precisely."),
            lost_phrases,
            47,
        ),
    ]
