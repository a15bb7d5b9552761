"""Template tags about locations."""
