"""House language in the admin: the list of words, what is told while writing, and where words still stand."""
