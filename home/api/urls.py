"""Addresses of the read API; what is not there is told as a problem too."""

from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from home.api.routes import api
from portal.core.api.problems import not_found

urlpatterns = [path("", api.urls), re_path("^", csrf_exempt(not_found), name="api_not_found")]
