"""What all parts of the read API have in common: its words, pages of a list, and problems."""
