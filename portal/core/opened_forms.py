"""A form of a page that is being opened: whoever knows what to fill in listens, each for a page type of its own."""

from django.dispatch import Signal

form_opened = Signal()
"""Sent by the type of the page with `page`, as its form is going to show it, and `request`; nothing is saved."""
