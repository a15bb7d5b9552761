"""Addresses of search; included below the language prefix, each spelling in its own language only."""

from typing import Any

from django.urls import path
from django.utils.functional import lazy

from portal.core.worded import PerLanguage, worded
from search.feedback_views import answered, opened
from search.feeds import results_feed
from search.views import results, suggestions


def spelled(nl: str, en: str) -> Any:
    """Return a route that is spelled differently in each language, so that `reverse` and `translate_url` work.

    A fixed address must not depend on a translation catalogue, hence no message for it.
    """
    return lazy(lambda: PerLanguage(nl=nl, en=en)[worded()], str)()


urlpatterns = [
    path(spelled(nl="zoeken/", en="search/"), results, name="search"),
    path(spelled(nl="zoeken/suggesties", en="search/suggestions"), suggestions, name="suggestions"),
    path(spelled(nl="zoeken/naar/<path:target>", en="search/to/<path:target>"), opened, name="search_opened"),
    path(spelled(nl="zoeken/gevonden", en="search/found"), answered, name="search_answered"),
    path(spelled(nl="zoeken/rss", en="search/rss"), results_feed, name="search_feed"),
]
