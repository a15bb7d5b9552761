"""The Dutch texts: `python -m bin.messages extract`, `merge FILES`, `check` and `compile`."""
