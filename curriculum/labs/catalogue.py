"""Routes of the lab catalogue: the calendar, and a short address for every lab."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.contrib.routable_page.models import RoutablePageMixin, path


class LabCatalogueMixin(RoutablePageMixin):
    """Calendar in both languages, and `<key>/` that leads to the lab in its partner's space."""

    def _calendar(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, template="curriculum/lab_calendar.html")

    @path("agenda/", name="calendar_nl")
    def calendar_nl(self, request: HttpRequest) -> HttpResponse:
        """All sessions by week, under the Dutch address."""
        return self._calendar(request)

    @path("calendar/", name="calendar_en")
    def calendar_en(self, request: HttpRequest) -> HttpResponse:
        """All sessions by week, under the English address."""
        return self._calendar(request)

    @path("<slug:key>/", name="short")
    def short(self, request: HttpRequest, key: str) -> HttpResponse:
        """Lead a short address (print, QR) to the lab; 404 for an unknown key."""
        from curriculum.labs.models import LabPage

        lab = LabPage.objects.shown(self.locale.language_code).filter(content_key=key).first()  # type: ignore[attr-defined]
        if lab is None:
            raise Http404
        return redirect(lab.get_url(request), permanent=False)
