"""The smallest honest provider of OpenID Connect: a process of its own, which can be told to misbehave.

`python -m tests.signin.provider` prints its address and serves until it is stopped. Below `/hu` and `/uu` live two
issuers that know nothing of each other. Code flow with PKCE (S256, demanded), codes that work once, signed id tokens.
"""
