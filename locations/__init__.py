"""Locations, partners' pages, and how a new location joins."""
