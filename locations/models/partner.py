"""Pages of partners that are not a location: institutes, board, vocational colleges, pabo, core team."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField

from locations.models.location import LocationPage
from portal.blocks import StoryBlock
from portal.models import Partner, PortalPage
from portal.partners.spaces import PartnerSpace
from search.documents import SearchDocument, page_document, stream_text


class PartnerIndexPage(RoutablePageMixin, PortalPage):
    """The partnership: every partner, formal or not."""

    max_count_per_parent = 1
    parent_page_types = ["home.StandardPage"]
    subpage_types = ["locations.PartnerPage"]

    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    is_creatable = True
    content_panels = [*PortalPage.intro_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("list of partners")

    def search_document(self) -> SearchDocument:
        """The list itself as a document, found by the names of all partners."""
        names = tuple(Partner.objects.active().values_list("name", flat=True))
        return page_document(self, "pagina", body=stream_text(self.body), related=names)

    def partner_spaces(self) -> "models.QuerySet[PortalPage]":
        """Return the live space of every partner in the page's language."""
        return (
            PortalPage.objects.shown(self.locale.language_code)
            .filter(is_space=True, partner__archived=False)
            .select_related("partner", "partner__linked_to")
            .order_by("partner__formality", "partner__name")
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the spaces of the partners."""
        return {**super().get_context(request, *args, **kwargs), "spaces": self.partner_spaces()}

    @path("<slug:slug>/", name="school")
    def school(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Lead the address of a school to its location page, which is its space."""
        page = (
            LocationPage.objects.shown(self.locale.language_code).filter(represents__slug=slug).first()
        )
        if page is None:
            raise Http404
        return redirect(page.get_url(request), permanent=False)


class PartnerPage(PartnerSpace, PortalPage):
    """An institute, board, college or team, and everything it publishes."""

    parent_page_types = ["locations.PartnerIndexPage"]
    subpage_types = [
        "curriculum.OutcomePage",
        "curriculum.LabPage",
        "news.StoryPage",
        "news.NewsPage",
        "news.EventPage",
        "home.GuidePage",
        "home.StandardPage",
    ]

    formality_note = models.TextField(
        _("about the cooperation"), max_length=300, blank=True, help_text=_("How formal is it, and since when?")
    )
    website = models.URLField(_("website"), blank=True)
    since = models.DateField(_("partner since"), null=True, blank=True)
    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    shared_fields = (*PortalPage.shared_fields, "website", "since")

    is_creatable = True
    content_panels = [*PortalPage.intro_panels, FieldPanel("formality_note"), FieldPanel("website"), FieldPanel("body")]
    promote_panels = [*PartnerSpace.space_panels, FieldPanel("since"), *PortalPage.promote_panels]

    class Meta:
        verbose_name = _("partner page")
        verbose_name_plural = _("partner pages")

    def search_document(self) -> SearchDocument:
        """The partner as a document, found by its abbreviation too."""
        return page_document(
            self,
            "partner",
            body=f"{self.formality_note} {stream_text(self.body)}".strip(),
            related=(self.represents.name, self.represents.short_name),
        )
