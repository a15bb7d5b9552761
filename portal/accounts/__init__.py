"""Signing in: the one door, invitations, providers of institutions, second factors, sessions and their record."""
