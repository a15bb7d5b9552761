"""A question of a visitor to a location or partner: whom to ask, and a form that mails it."""
