"""Template tags: the offer, the rhythm and the groups on pages of every app."""
