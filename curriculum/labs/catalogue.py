"""The catalogue of labs: the list, the calendar, its file, the feed, and a short address for every lab."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path, re_path
from wagtail.fields import StreamField

from curriculum.groups.explanations import explain_groups
from curriculum.labs.calendar_file import calendar_name, called_off, first_day, session_entry
from curriculum.labs.catalogue_filters import SORTS, Filters
from curriculum.labs.feed import LabFeed
from curriculum.labs.listing import Listing, listed
from curriculum.labs.models import LabPage
from curriculum.labs.month_list import MonthList, month_list
from curriculum.labs.week_table import WEEKS_SHOWN, WeekTable, week_table
from curriculum.page_urls import CALENDAR_FILES
from curriculum.request_context import curriculum_context
from curriculum.rhythm.weeks import WEEK
from portal.core.address_words import in_words
from portal.core.blocks import StoryBlock
from portal.core.calendar_file import calendar_response
from portal.core.models.pages import PortalPage
from portal.core.opened_from import told
from portal.core.route_names import named
from portal.core.routes import TranslatedRoutesMixin, View
from portal.core.seo.head import site_url
from search.documents import SearchDocument, page_document, stream_text, view_document

CALENDAR = View("calendar", gettext_lazy("Calendar of labs"))
MONTHS = View("months", gettext_lazy("Labs by month"))


class LabIndexPage(TranslatedRoutesMixin, PortalPage):
    """The catalogue of all labs. It owns nothing: every lab stands in the space of a partner."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    body = StreamField(StoryBlock(), verbose_name=gettext_lazy("text"), blank=True)

    is_creatable = True
    schema_type = "CollectionPage"
    content_panels = [*PortalPage.intro_panels, FieldPanel("body")]

    class Meta:
        verbose_name = gettext_lazy("catalogue of labs")

    def search_document(self) -> SearchDocument:
        """Return the catalogue itself as a document."""
        return page_document(self, "pagina", body=stream_text(self.body))

    def view_documents(self) -> Iterator[SearchDocument]:
        """Yield the calendar and the months; what is in them changes by the day, and each lab says its own days."""
        yield view_document(self, CALENDAR, summary=self.summary)
        yield view_document(self, MONTHS, summary=self.summary)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the filters and the list."""
        filters = self._filters(request)
        listing = listed(filters, filters.page)
        return {
            **super().get_context(request, *args, **kwargs),
            **_frame(self, request, filters),
            "title_details": [*filters.title_details, *_page_in_words(listing)],
            "listing": listing,
            "previous_url": filters.page_url(listing.previous),
            "next_url": filters.page_url(listing.next),
        }

    def _filters(self, request: HttpRequest) -> Filters:
        return Filters(
            curriculum_context(request).language, request.GET, timezone.localdate(), path=self._here(request)
        )

    def view_url(self, request: HttpRequest, name: str) -> str:
        """Return the address of the calendar or the months, in the page's language."""
        return f"{self.get_url(request)}{self.reverse_subpage(named(name, self.locale.language_code))}"

    def _here(self, request: HttpRequest) -> str:
        """Return the address of the list, or of the calendar or the months when that is asked."""
        views = (self.view_url(request, view.name) for view in (CALENDAR, MONTHS))
        return next((url for url in views if url == request.path), self.get_url(request))

    def _calendar(self, request: HttpRequest) -> HttpResponse:
        filters = self._filters(request)
        years, places = curriculum_context(request).years, filters.choice["locatie"]
        rhythm = years.at(places[0]) if len(places) == 1 else years
        table = week_table(filters.sessions, filters.begins(timezone.localdate(), WEEKS_SHOWN * WEEK), rhythm)
        return self._by_time(request, filters, CALENDAR, {"table": table}, table, table.weeks[0].monday)

    def _months(self, request: HttpRequest) -> HttpResponse:
        filters = self._filters(request)
        today = timezone.localdate()
        months = month_list(filters.sessions, filters.begins(today), today)
        return self._by_time(request, filters, MONTHS, {"months": months}, months, months.first)

    def _by_time(
        self,
        request: HttpRequest,
        filters: Filters,
        view: View,
        shown: dict[str, Any],
        stretch: WeekTable | MonthList,
        first: date,
    ) -> HttpResponse:
        """Answer with a view that shows a stretch of time, and the way to what is before and after it."""
        today = timezone.localdate()
        context = {
            **shown,
            "page_title": view.title,
            "is_calendar": True,
            "title_details": _stretch_details(filters, stretch, first, today),
            "earlier_query": filters.query(vanaf=str(stretch.earlier or "")),
            "today_query": "" if stretch.shows(today) else filters.query(vanaf=str(today)),
            "later_query": filters.query(vanaf=str(stretch.later or "")),
        }
        return self.render(request, context_overrides=context, template=f"curriculum/lab_{view.name}.html")

    @path("agenda/", name="calendar_nl")
    def calendar_nl(self, request: HttpRequest) -> HttpResponse:
        """Show all sessions by week, under the Dutch address."""
        return self._calendar(request)

    @path("calendar/", name="calendar_en")
    def calendar_en(self, request: HttpRequest) -> HttpResponse:
        """Show all sessions by week, under the English address."""
        return self._calendar(request)

    @path("maanden/", name="months_nl")
    def months_nl(self, request: HttpRequest) -> HttpResponse:
        """Show all sessions by month, under the Dutch address."""
        return self._months(request)

    @path("months/", name="months_en")
    def months_en(self, request: HttpRequest) -> HttpResponse:
        """Show all sessions by month, under the English address."""
        return self._months(request)

    @re_path(r"^(?:agenda|calendar)\.ics/$", name="file")
    def file(self, request: HttpRequest) -> StreamingHttpResponse:
        """Answer with the sessions that fit the filters as a calendar.

        `lab=<key>` gives those of one lab; `alles=1` also those of more than a month ago.
        """
        filters, lab = self._filters(request), request.GET.get("lab", "")
        today = timezone.localdate()
        since = first_day(request.GET, today)
        held = (session for session in filters.sessions if session.day >= since)
        sessions = [session for session in held if not lab or session.lab.key == lab]
        gone = called_off(filters, lab, today)
        site = site_url(request)
        entries = (session_entry(session, site, request) for session in sessions)
        file_name = CALENDAR_FILES[self.locale.language_code]
        name = calendar_name(filters, lab, gone)
        response = calendar_response(chain(entries, gone), name, file_name, to_keep=False)
        response.as_of = str(filters.moment)
        return response

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the newest labs as an Atom feed."""
        return LabFeed(self, curriculum_context(request).offer.labs)(request)

    @path("<slug:key>/", name="short")
    def short(self, request: HttpRequest, key: str) -> HttpResponse:
        """Lead a short address (print, QR) to the lab; 404 for an unknown key."""
        lab = LabPage.objects.answering(self.locale.language_code).filter(content_key=key).first()
        if lab is None:
            raise Http404
        return redirect(lab.get_url(request), permanent=False)


def _page_in_words(listing: Listing) -> list[str]:
    """Return which page of the list it is, for the title; the first is just the list."""
    return [_("page %(number)s") % {"number": listing.page}] if listing.page > 1 else []


def _stretch_details(filters: Filters, stretch: WeekTable | MonthList, first: date, today: date) -> list[str]:
    """Return the choices, and the first day when it is not the time that lies around today."""
    told = [] if stretch.shows(today) else [_("from %(day)s") % {"day": date_format(first, "j F Y")}]
    return [*filters.title_details, *told]


def _frame(page: LabIndexPage, request: HttpRequest, filters: Filters) -> dict[str, Any]:
    """Return what list and calendar have in common: filters, ways to look, addresses of the calendar file."""
    home, here, chosen = page.get_url(request), filters.path, filters.query()
    where = filters.whereabouts
    views = [(home, _("List")), *((page.view_url(request, view.name), label) for view, label in _ways())]
    file = f"{home}{CALENDAR_FILES[page.locale.language_code]}{filters.query()}"
    return {
        "filters": filters,
        "title_details": filters.title_details,
        "here": here,
        "sorts": list(SORTS.items()),
        "keep": in_words((name, where[name]) for name in ("sorteer", "vanaf")),
        "views": [{"url": url + chosen, "label": label, "current": here == url} for url, label in views],
        "file_url": file,
        "subscribe_url": f"webcal://{request.get_host()}{file}",
        "feed_url": f"{home}feed/",
        "from_here": told(_way_of(page, request, here), [*filters.pairs(), *where.items()]),
        "explanations": list(explain_groups(request, filters.choice, not filters.found_set)),
    }


def _ways() -> list[tuple[View, str]]:
    """Return the ways to look at the offer by time, in words."""
    return [(CALENDAR, _("Week")), (MONTHS, _("Month"))]


def _way_of(page: LabIndexPage, request: HttpRequest, here: str) -> str:
    """Return what the way to look that is shown is called in the address of a lab."""
    names = {page.view_url(request, CALENDAR.name): "agenda", page.view_url(request, MONTHS.name): "maanden"}
    return names.get(here, "")
