"""Addresses of contact, the same in both languages; included below the language prefix."""

from django.urls import path

from locations.contact.views import ask, contact

urlpatterns = [
    path("contact/", contact, name="contact"),
    path("contact/<slug:key>/", ask, name="contact_ask"),
]
