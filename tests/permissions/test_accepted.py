"""The few things that partners may learn of others are exactly those of the list."""

import pytest

from portal.partners.rights import Whose
from tests.permissions.accepted import ACCEPTED, Accepted
from tests.permissions.addresses import address, patterns
from tests.permissions.cells import undone_afterwards
from tests.permissions.world import World
from tests.report_plugin import report


def test_the_list_is_short() -> None:
    report.add("permissions", {"accepted leaks": len(ACCEPTED)})
    assert len(ACCEPTED) <= 10
    assert all(leak.reason for leak in ACCEPTED)


@pytest.mark.parametrize("leak", ACCEPTED, ids=lambda leak: leak.what)
def test_what_is_accepted_is_still_told(world: World, leak: Accepted) -> None:
    pattern = next(pattern for pattern in patterns() if pattern.key == leak.key)
    whose = Whose.OTHER if leak.key.startswith("wagtailadmin_choose") else Whose.OWN
    with undone_afterwards():
        response = world.ask(leak.role, address(pattern, world.bundle(leak.role, whose), world))

    assert response.status_code == 200
    assert leak.words(world) in response.content.decode()
