"""Screens about partners: a new one, one that leaves, and who may do what."""
