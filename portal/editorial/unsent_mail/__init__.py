"""What the core team sees of mail that did not go out."""
