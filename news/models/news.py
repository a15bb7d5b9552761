"""News of a partner."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from news.linked_data import page_article
from portal.core.blocks import StoryBlock
from portal.core.freshness import CheckEvery
from portal.core.models.pages import PortalPage
from portal.core.seo.json_ld import Data
from search.documents import SearchDocument, page_document, stream_text


class NewsPage(PortalPage):
    """A piece of news in a partner's space."""

    parent_page_types = ["locations.LocationPage", "locations.PartnerPage"]
    subpage_types: list[str] = []

    date = models.DateField(_("date"), default=timezone.localdate)
    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    shared_fields = (*PortalPage.shared_fields, "date")

    is_creatable = True
    check_every = CheckEvery(None, _("News says how things were on its day."))
    content_panels = [*PortalPage.intro_panels, FieldPanel("date"), FieldPanel("body")]

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")

    def json_ld(self, site_url: str) -> Data:
        """Return the news as an article for search engines, of its own date."""
        return {**page_article(self, site_url), "@type": "NewsArticle", "datePublished": self.facts.date.isoformat()}

    def search_document(self) -> SearchDocument:
        """Return the news as a document; its own date counts."""
        return page_document(self, "nieuws", body=stream_text(self.body), changed_on=self.facts.date)
