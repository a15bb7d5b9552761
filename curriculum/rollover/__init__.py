"""A new school year: last year's labs as drafts, each date in the same week of the rhythm and on the same weekday."""
