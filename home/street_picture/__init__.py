"""The street of the home page as a picture, for whoever shares the address of a page."""
