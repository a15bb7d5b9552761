"""The catalogue of stories, with filters and a feed."""

from typing import Any

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField

from news.catalogue import StoryCatalogue
from news.models.rows import StoryLocation
from news.models.story import StoryPage
from portal.core.blocks import StoryBlock
from portal.core.feeds import PageFeed
from portal.core.models.pages import PortalPage
from portal.core.opened_from import told
from portal.core.reading import for_reader, localized
from search.documents import SearchDocument, page_document, stream_text


class StoryIndexPage(RoutablePageMixin, PortalPage):
    """The catalogue of stories. It owns nothing: every story stands in the space of a partner."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    is_creatable = True
    schema_type = "CollectionPage"
    content_panels = [*PortalPage.intro_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("catalogue of stories")

    def search_document(self) -> SearchDocument:
        """Return the catalogue itself as a document."""
        return page_document(self, "pagina", body=stream_text(self.body))

    def stories(self) -> list[Any]:
        """Return all stories for a reader, the newest first, each with its `shown_places`. Four queries at most."""
        rows = StoryLocation.objects.filter(location__live=True).select_related("location__locale")
        stories = StoryPage.objects.newest_first().prefetch_related(Prefetch("places", rows))
        shown = for_reader(stories, self.locale)
        owned = {story.pk: [row.location for row in story.facts.places.all()] for story in shown}
        different = {location.pk: location for places in owned.values() for location in places}
        names = dict(zip(different, localized(different.values(), self.locale), strict=True))
        for story in shown:
            story.shown_places = [names[location.pk] for location in owned[story.pk]]
        return shown

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the stories, and what a visitor chose among them."""
        catalogue = StoryCatalogue(self.stories(), request.GET)
        context = super().get_context(request, *args, **kwargs)
        from_here = told("", [*catalogue.pairs(), *catalogue.whereabouts.items()])
        return {**context, "catalogue": catalogue, "title_details": catalogue.title_details, "from_here": from_here}

    @path("atom/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the newest stories in the page's language as Atom feed."""
        stories = StoryPage.objects.shown(self.locale.language_code).newest_first().select_related("partner")
        return PageFeed(self, stories.defer_streamfields()[: PageFeed.LENGTH])(request)

    @path("<slug:key>/", name="short")
    def short(self, request: HttpRequest, key: str) -> HttpResponse:
        """Lead a short address to the story in its partner's space; 404 for an unknown key."""
        story = StoryPage.objects.answering(self.locale.language_code).filter(content_key=key).first()
        if story is None:
            raise Http404
        return redirect(story.get_url(request), permanent=False)
