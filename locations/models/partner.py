"""Pages of partners that are not a location: institutes, board, vocational colleges, pabo, core team."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField

from locations.models.contacts import contact_text, known_contacts
from locations.models.location import LocationPage
from locations.models.questions import answered, answers_text, question_pairs
from locations.partnership import group_partners
from locations.space import published_below
from portal.core.blocks import StoryBlock
from portal.core.freshness import CheckEvery
from portal.core.models.pages import PortalPage
from portal.core.models.vocabularies import PartnerKind
from portal.core.panels import SharedInlinePanel
from portal.core.reading import for_reader
from portal.core.seo.json_ld import Data, organization
from portal.partners.models import Partner
from portal.partners.spaces import PartnerSpace
from search.documents import SearchDocument, page_document, stream_text


class PartnerIndexPage(RoutablePageMixin, PortalPage):
    """The partnership: every partner, formal or not."""

    max_count_per_parent = 1
    parent_page_types = ["home.StandardPage"]
    subpage_types = ["locations.PartnerPage"]

    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    is_creatable = True
    schema_type = "CollectionPage"
    content_panels = [*PortalPage.intro_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("list of partners")

    def search_document(self) -> SearchDocument:
        """Return the list itself as a document, found by the names of all partners."""
        names = tuple(Partner.objects.active().values_list("name", flat=True))
        return page_document(self, "pagina", body=stream_text(self.body), related=names)

    def spaces(self) -> list[PortalPage]:
        """Return the space of every partner that takes part, in the reader's language: schools first, then by name."""
        schools = LocationPage.objects.filter(represents__archived=False).in_street_order()
        others = PartnerPage.objects.filter(represents__archived=False).order_by("represents__name")
        return [*for_reader(schools, self.locale), *for_reader(others, self.locale)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the partners by group."""
        return {**super().get_context(request, *args, **kwargs), "groups": group_partners(self.spaces())}

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Let the pages below win over the short addresses of schools."""
        if path_components and self.get_children().filter(slug=path_components[0]).exists():
            return PortalPage.route(self, request, path_components)
        return super().route(request, path_components)

    @path("<slug:slug>/", name="school")
    def school(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Lead the address of a school to its location page, which is its space; 404 for an unknown one."""
        page = LocationPage.objects.shown(self.locale.language_code).filter(represents__slug=slug).first()
        if page is None:
            raise Http404
        return redirect(page.get_url(request), permanent=False)


class PartnerPage(PartnerSpace, PortalPage):
    """An institute, board, college or team, and everything it publishes."""

    space_of = tuple(kind for kind in PartnerKind if kind != PartnerKind.SCHOOL)
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

    shared_fields = (*PortalPage.shared_fields, "website", "since", "contacts")

    is_creatable = True
    check_every = CheckEvery(6, _("Whom to ask changes each half-year."))
    content_panels = [
        *PortalPage.intro_panels,
        FieldPanel("formality_note"),
        FieldPanel("website"),
        FieldPanel("body"),
        SharedInlinePanel("contacts", heading=_("Contact by task"), label=_("contact")),
        InlinePanel("questions", heading=_("What we do not know yet"), label=_("question")),
    ]
    promote_panels = [*PartnerSpace.space_panels, FieldPanel("since"), *PortalPage.promote_panels]

    class Meta:
        verbose_name = _("partner page")
        verbose_name_plural = _("partner pages")

    def search_document(self) -> SearchDocument:
        """Return the partner as a document, found by its abbreviation too."""
        return page_document(
            self,
            "partner",
            body=f"{self.formality_note} {stream_text(self.body)} {contact_text(self)} {answers_text(self)}".strip(),
            aliases=(self.represents.name, self.represents.short_name),
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Gather whom to ask, what was asked and answered, and what stands in the partner's space, by type."""
        questions = question_pairs(self)
        return {
            **super().get_context(request, *args, **kwargs),
            "contacts": known_contacts(self),
            "answered": answered(questions),
            "still_open": any(not facts.answered_on for facts, _text in questions),
            "published": published_below(self),
        }

    def json_ld(self, site_url: str) -> Data:
        """Return what search engines may know: the organisation and its own site."""
        return organization(self.title, f"{site_url}{self.get_url()}", sameAs=self.facts.website)
