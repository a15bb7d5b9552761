"""Tests of the news app."""
