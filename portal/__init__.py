"""The project package, and the app for what every page type shares."""
