"""Partners, their spaces in the page tree, and the rights that go with them."""
