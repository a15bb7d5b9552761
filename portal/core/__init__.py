"""What every app stands on: the page, people, media, facts in two languages, navigation."""
