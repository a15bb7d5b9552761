"""A round past other sites: each address at most once a week, as many as the time allows; the next round goes on."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import chain, zip_longest

from django.conf import settings
from django.utils import timezone

from portal.core.locks import Lock, only_one
from portal.editorial.links.checking import check_links
from portal.editorial.links.models import OutsideAddress
from portal.editorial.links.outside.asking import Asker, UnwelcomeError, Verdict, verdict_on
from portal.editorial.links.outside.gate import place_of
from portal.editorial.links.outside.manners import PoliteManners
from portal.editorial.links.reading import addresses_outside

LONGEST = timedelta(minutes=20)
"""For one round."""


def check_other_sites(manners: PoliteManners | None = None, longest: timedelta = LONGEST) -> str:
    """Ask what is due and renew the report; returns what was done, also when the setting is off or another is at it."""
    if not settings.CHECK_OTHER_SITES:
        return "other sites are not asked: CHECK_OTHER_SITES is 0"
    with only_one(Lock.OTHER_SITES) as mine:
        if not mine:
            return "other sites are being asked by another process"
        _keep(set(addresses_outside()))
        asked = _go(manners or PoliteManners(Asker()), time.monotonic() + longest.total_seconds())
        check_links()
    waiting = OutsideAddress.objects.due(timezone.now()).count()
    return f"{asked} addresses on other sites asked, {waiting} wait"


def _keep(addresses: set[str]) -> None:
    """Know exactly these addresses; what was found of the others is forgotten."""
    known = set(OutsideAddress.objects.values_list("address", flat=True))
    OutsideAddress.objects.filter(address__in=known - addresses).delete()
    OutsideAddress.objects.bulk_create(OutsideAddress(address=address) for address in sorted(addresses - known))


def _go(manners: PoliteManners, until: float) -> int:
    """Ask one address after the other until the time is up; each is noted at once. Returns how many were asked."""
    asked = 0
    for row in _in_turns(OutsideAddress.objects.due(timezone.now())):
        if time.monotonic() > until:
            break
        asked += _asked(row, manners)
    return asked


def _asked(row: OutsideAddress, manners: PoliteManners) -> bool:
    """Ask for one address; what a site keeps from robots is no fault, and what it answers later is not asked now."""
    try:
        verdict = verdict_on(row.address, manners.ask)
    except UnwelcomeError:
        if manners.leaves_alone(place_of(row.address)):
            return False
        verdict = Verdict()
    row.note(verdict.trouble, verdict.moved_to)
    return True


def _in_turns(rows: Iterable[OutsideAddress]) -> Iterator[OutsideAddress]:
    """Yield addresses of one host after those of others, so that the pause of a host is not waited for."""
    hosts: dict[str, list[OutsideAddress]] = defaultdict(list)
    for row in rows:
        hosts[place_of(row.address).host].append(row)
    return (row for row in chain.from_iterable(zip_longest(*hosts.values())) if row is not None)
