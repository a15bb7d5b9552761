"""The client for a provider's answers: a few seconds, a few kilobytes, and no wandering off to other addresses."""

import time
from typing import Any

import requests
from urllib3.exceptions import HTTPError

SECONDS = 5.0
BYTES = 256 * 1024
CHUNK = 16 * 1024


class LimitedSession(requests.Session):
    """A session of `requests` in which an answer takes at most five seconds and 256 kB; redirects are not followed."""

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = False
        self.headers["Accept-Encoding"] = "identity"  # what is packed small may be large

    def request(self, *args: Any, **kwargs: Any) -> requests.Response:
        """Ask; raises RequestException for an answer that is late, large, or leads elsewhere."""
        deadline = time.monotonic() + SECONDS
        kwargs |= {"timeout": SECONDS / 2, "allow_redirects": False, "stream": True}
        response = super().request(*args, **kwargs)
        with response:
            if response.is_redirect:
                raise requests.TooManyRedirects("the answer leads elsewhere", response=response)
            response._content = _read(response, deadline)
        return response


def _read(response: requests.Response, deadline: float) -> bytes:
    """Return the body, taking what has come each time, so that a slow trickle is noticed too."""
    body = bytearray()
    try:
        while chunk := response.raw.read1(CHUNK):
            body += chunk
            if len(body) > BYTES:
                raise requests.RequestException("the answer is too large", response=response)
            if time.monotonic() > deadline:
                raise requests.Timeout("the answer takes too long", response=response)
    except HTTPError as error:
        raise requests.ConnectionError(str(error), response=response) from error
    return bytes(body)
