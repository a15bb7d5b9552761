"""Keeping pages right: who looks after a page, which pages are due for a look, and saying that one is still right."""
