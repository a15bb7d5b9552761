"""Addresses of views of this app; included below the language prefix."""

from django.urls import path

from home.api.views import api_explained

urlpatterns = [path("api/", api_explained, name="api_explained")]
