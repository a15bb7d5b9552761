"""A partner that gets another name leaves room for the next partner."""

import pytest
from wagtail.models import Collection

from portal.partners.provision import provision
from tests.factories import House, make_partner

pytestmark = pytest.mark.django_db


def test_a_new_partner_is_made_after_another_was_renamed(house: House) -> None:
    first, _second = (provision(make_partner(slug)) for slug in ("academie-tien", "nxt-doorn"))

    first.name = "Zeeland College"
    first.save()
    made = [provision(make_partner(slug)) for slug in ("x11-utrecht", "unic")]

    root = Collection.get_first_root_node()
    names = list(root.get_children().values_list("name", flat=True))
    assert names == sorted(names)
    assert {"Zeeland College", *(partner.name for partner in made)} <= set(names)
