"""No request of somebody in the admin, well formed or not, ends in an error of the server."""

from collections.abc import Callable
from random import Random

import pytest
from django.core import mail

from tests.dated import day, deep
from tests.permissions.cells import as_if_kept, describe, undone_afterwards
from tests.permissions.odd import Odd, odd_body, odd_form, odd_question
from tests.permissions.world import World

FEW, MANY = 20, 1500
"""How many odd requests of a kind `make test` sends, and `make test-deep`."""


@pytest.mark.parametrize("kind", [odd_question, odd_form, odd_body])
def test_no_odd_request_is_an_error(world: World, kind: Callable[[World, Random], Odd]) -> None:
    chance, broken = day(), {}
    for _number in range(MANY if deep() else FEW):
        request = kind(world, chance)
        if found := error_of(world, request):
            broken[request.name] = found

    assert not broken, describe(broken)


def error_of(world: World, request: Odd) -> str:
    """Return the error in which a request ends, or nothing."""
    mail.outbox.clear()
    with undone_afterwards():
        try:
            with as_if_kept():
                status = request.send(world).status_code
        except Exception as error:  # whatever it is, an editor would see a broken page
            return f"{error!r}"[:300]
    return str(status) if status >= 500 else ""
