"""Who follows an old address finds what they asked there, at the new one."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from tests.factories import House

pytestmark = pytest.mark.django_db


def led(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code in (301, 302), address
    return answer.headers["Location"]


def test_a_redirect_to_a_page_keeps_what_the_address_asks(house: House, client: Client) -> None:
    Redirect.objects.create(old_path="/nl/oude-labs", redirect_page=house.labs)
    goal = house.labs.get_url()

    assert led(client, "/nl/oude-labs/") == goal
    assert led(client, "/nl/oude-labs/?locatie=nxt-doorn&thema=rekenen%20&x=%F0%9F%8F%A0") == (
        f"{goal}?locatie=nxt-doorn&thema=rekenen%20&x=%F0%9F%8F%A0"
    )
    for odd in ("%00", "%0d%0aSet-Cookie:%20a=b", "%ff%fe", "&&==", "?", "%"):
        assert led(client, f"/nl/oude-labs/?{odd}").startswith(f"{goal}?")


def test_a_redirect_that_asks_itself_or_leads_elsewhere_leads_where_it_says(house: House, client: Client) -> None:
    for name, link in (("a", "/nl/labs/?thema=x"), ("b", "/nl/labs/#results"), ("c", "https://example.org/")):
        Redirect.objects.create(old_path=f"/nl/oud-{name}", redirect_link=link)
        assert led(client, f"/nl/oud-{name}/?locatie=nxt-doorn") == link
    Redirect.objects.create(old_path="/nl/oud?locatie=unic", redirect_link="/nl/locaties/unic/")
    assert led(client, "/nl/oud/?locatie=unic").startswith("/nl/locaties/unic/")
