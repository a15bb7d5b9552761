"""Two languages, side by side: words that stay, changes that are told, pages that move and go offline together."""
