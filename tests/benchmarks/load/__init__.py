"""Readers, searchers and editors at once for minutes, with faults in the middle: `python -m tests.benchmarks.load`."""
