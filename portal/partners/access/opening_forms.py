"""Wagtail's screens with the form of a page, which may open with something filled in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView

from portal.core.opened_forms import form_opened


class Create(CreateView):
    """The form of a new page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Let whoever knows fill something in."""
        form_opened.send(sender=type(self.page), page=self.page, request=request)
        answer: HttpResponse = super().get(request)
        return answer


class Edit(EditView):
    """The form of a page that is there."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let whoever knows fill something in."""
        form_opened.send(sender=type(self.page), page=self.page, request=request)
        answer: HttpResponse = super().get(request, *args, **kwargs)
        return answer
