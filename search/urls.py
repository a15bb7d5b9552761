"""Addresses of search; included below the language prefix, each name in its own language only."""

from django.urls import path

from search.feeds import ResultsFeed
from search.views import in_language, results, suggestions

urlpatterns = [
    path("zoeken/", in_language("nl", results), name="search_nl"),
    path("zoeken/suggesties", in_language("nl", suggestions), name="suggestions_nl"),
    path("zoeken/rss", in_language("nl", ResultsFeed()), name="search_feed_nl"),
    path("search/", in_language("en", results), name="search_en"),
    path("search/suggestions", in_language("en", suggestions), name="suggestions_en"),
    path("search/rss", in_language("en", ResultsFeed()), name="search_feed_en"),
]
