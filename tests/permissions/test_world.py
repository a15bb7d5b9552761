"""The world is what the other tests think it is."""

from portal.partners.rights import Role, Whose
from tests.permissions.world import World


def test_every_role_is_somebody_and_every_owner_has_everything(world: World) -> None:
    assert set(world.people) == set(Role)
    assert len(world.canaries.places) > 200
    for letter in "ajb":
        bundle = world.bundles[letter]
        assert bundle.review.current_workflow_task is not None
        assert bundle.translation.get_target_instance() == bundle.translated
        assert not bundle.translated.live
    assert world.bundle(Role.AUTHOR, Whose.OTHER).partner.slug == "nxt-doorn"
