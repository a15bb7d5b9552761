"""How each site wants to be asked: what its robots.txt keeps for people, how fast, and when to leave it alone."""

import time
from dataclasses import dataclass, field
from urllib.robotparser import RobotFileParser

from portal.editorial.links.outside.asking import (
    AGENT,
    BUSY,
    LEADS_ON,
    MOST_HOPS,
    Answer,
    Asker,
    UnreachableError,
    UnwelcomeError,
)
from portal.editorial.links.outside.gate import ClosedError, Place

PAUSE = 2.0
"""Seconds between two requests to one host."""
LONGEST_PAUSE = 10.0
"""Seconds that a robots.txt may ask for; whoever wants more is left alone."""
MOST_BYTES = 512 * 1024
"""Of a robots.txt; the standard (RFC 9309) lets nobody ask for more."""
ROBOTS = "/robots.txt"


@dataclass(slots=True)
class _Site:
    pause: float
    rules: RobotFileParser | None = None
    next_turn: float = 0.0
    left_alone: bool = False
    failure: Exception | None = None


@dataclass(slots=True)
class PoliteManners:
    """Asks each host one thing at a time with a pause after it, and once in a run for its rules."""

    asker: Asker
    pause: float = PAUSE
    sites: dict[str, _Site] = field(default_factory=dict)

    def ask(self, method: str, place: Place) -> Answer:
        """Ask when it is this host's turn.

        Raises UnwelcomeError for what its rules keep or once it was left alone, besides what the asker raises.
        """
        site = self._site(place)
        if site.failure:
            raise site.failure
        if site.left_alone:
            raise UnwelcomeError(str(place))
        if site.rules is None:
            self._learn(place, site)
        if site.rules and not site.rules.can_fetch(AGENT, str(place)):
            raise UnwelcomeError(str(place))
        answer = self._in_turn(method, place)
        site.left_alone = answer.status in BUSY
        return answer

    def leaves_alone(self, place: Place) -> bool:
        """Say whether nothing more is asked of this host in this run."""
        return self._site(place).left_alone

    def _site(self, place: Place) -> _Site:
        return self.sites.setdefault(place.host, _Site(self.pause))

    def _in_turn(self, method: str, place: Place, most_bytes: int = 0) -> Answer:
        site = self._site(place)
        time.sleep(max(0.0, site.next_turn - time.monotonic()))
        try:
            return self.asker.ask(method, place, most_bytes)
        finally:
            site.next_turn = time.monotonic() + site.pause

    def _learn(self, place: Place, site: _Site) -> None:
        """Read the rules of a site; without them all may be asked, unless the site is in trouble itself."""
        try:
            answer = self._in_turn("GET", place.led_to(ROBOTS), MOST_BYTES)
        except (ClosedError, UnreachableError) as error:
            site.failure = error
            raise
        answer = self._followed(answer, place)
        rules = RobotFileParser()
        rules.parse(answer.body.decode("utf-8", "replace").splitlines() if answer.status == 200 else [])
        asked = float(rules.crawl_delay(AGENT) or 0)
        if answer.status >= 500 or answer.status in BUSY or asked > LONGEST_PAUSE:
            site.left_alone = True
            raise UnwelcomeError(str(place))
        site.rules, site.pause = rules, max(site.pause, asked)

    def _followed(self, answer: Answer, place: Place) -> Answer:
        """Return the rules that a site keeps elsewhere; where that leads nowhere it has none."""
        for _hop in range(MOST_HOPS):
            if answer.status not in LEADS_ON or not answer.location:
                return answer
            try:
                place = place.led_to(answer.location)
                answer = self._in_turn("GET", place, MOST_BYTES)
            except (ClosedError, UnreachableError):
                break
        return Answer(404)
