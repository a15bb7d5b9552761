"""Words that the house does not use: found however they are written, and kept from the site."""
