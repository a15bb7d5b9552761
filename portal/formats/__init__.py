"""Formats of our own, by language."""
