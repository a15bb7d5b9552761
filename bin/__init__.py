"""What `make` runs: set up, run, test and clean, each step one line with its time."""
