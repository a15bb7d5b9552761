"""A stock Wagtail site to measure beside: what `wagtail start` and the tutorial make, on PostgreSQL."""
