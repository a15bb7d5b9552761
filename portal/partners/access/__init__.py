"""Who may open what: the doors of the admin, translations, media, choosers, and signing in."""
