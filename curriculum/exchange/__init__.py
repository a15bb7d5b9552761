"""Learning outcomes and their links in a spreadsheet, and back: a table of what would change first."""
