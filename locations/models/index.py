"""The list of locations, with the tools to compare them and to find your own route."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField

from locations.blocks import DevelopmentQuestionBlock
from portal.blocks import StoryBlock
from portal.models import PortalPage
from search.documents import SearchDocument, page_document, stream_text


class LocationIndexPage(RoutablePageMixin, PortalPage):
    """All locations on a list and a sketch of the region; routes to compare and to find your way."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["locations.LocationPage"]

    questions = StreamField(
        [("question", DevelopmentQuestionBlock())],
        verbose_name=_("from question to location"),
        blank=True,
        help_text=_("Questions somebody may have, and the locations that fit."),
    )
    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    is_creatable = True
    content_panels = [*PortalPage.intro_panels, FieldPanel("questions"), FieldPanel("body")]

    class Meta:
        verbose_name = _("list of locations")

    def search_document(self) -> SearchDocument:
        """The list itself as a document."""
        return page_document(self, "pagina", body=f"{stream_text(self.questions)} {stream_text(self.body)}".strip())
