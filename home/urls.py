"""Addresses of views of this app; included below the language prefix."""

from django.urls import path

from home.accessibility.views import accessibility
from home.api.views import api_explained
from home.street_picture.views import street_picture
from search.urls import spelled

urlpatterns = [
    path(
        spelled(nl="toegankelijkheidsverklaring/", en="accessibility-statement/"), accessibility, name="accessibility"
    ),
    path("api/", api_explained, name="api_explained"),
    path(spelled(nl="straat.png", en="street.png"), street_picture, name="street_picture"),
]
