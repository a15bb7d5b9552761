"""How many random examples a property is tried on: some in `make test`, many in `make test-deep`."""

from hypothesis import settings

# No deadline per example: the machine may be busy, and a slow example is not a wrong one.
settings.register_profile("usual", deadline=None)
settings.register_profile("deep", deadline=None, max_examples=2000)
settings.load_profile("usual")
