"""Wagtail's own redirects for pages that get another address, without two of its faults.

An address that is longer than a redirect can keep made moving or renaming a page impossible, and a batch of nothing
took away every redirect that was ever made without a person.
"""

from wagtail.contrib.redirects import signal_handlers
from wagtail.contrib.redirects.models import Redirect

from portal.partners.departures.signposts import LONGEST


class RedirectsThatFit(signal_handlers.BatchRedirectCreator):
    """Leaves out what cannot be kept; visitors of so long an address read that the page does not exist."""

    items: list[Redirect]

    def process(self) -> None:
        """Keep what can be kept, if there is anything."""
        self.items = [item for item in self.items if len(item.old_path) <= LONGEST]
        if self.items:
            super().process()


def replace_wagtails() -> None:
    """Let Wagtail use it: there is no setting for it. Called once, when the portal starts."""
    signal_handlers.BatchRedirectCreator = RedirectsThatFit
