"""The demo site: content in data files, pictures that are drawn, and the code that loads both."""
