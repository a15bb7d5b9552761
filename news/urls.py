"""The calendar file of an event, which still answers when its page is gone: as cancelled, for a year."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import re_path
from django.utils.translation import get_language

from news.calendar_file import file_name
from portal.core.calendar_file import calendar_response
from portal.core.models.told import CalendarEntry
from portal.core.views import serve


def event_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Let the page of the event answer; without one, call off what was told under this address. 404 for others."""
    language = get_language() or ""
    try:
        response: HttpResponseBase = serve(request, f"{path}ics/")
        return response
    except Http404:
        page = request.path.removesuffix("ics/")
        told = CalendarEntry.objects.called_off().filter(**{f"words__{language}__path": page}).first()
        if told is None:
            raise
    entry = told.entry(language)
    return calendar_response([entry], entry.title, file_name(told.words[language]["title"]))


urlpatterns = [re_path(r"^((?:[\w\-]+/)+)ics/$", event_file, name="event_file")]
