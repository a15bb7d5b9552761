"""The accessibility statement, written from what the browser tests looked at."""
