"""Figures that changed, and the prose that still says what they said before."""
