"""Browser tests on the demo site, served by a process of its own."""
