"""What editors see of search: synonyms, what visitors search for, why a page is found, and what was given up."""
