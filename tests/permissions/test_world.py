"""The world is what the other tests think it is."""

from portal.partners.rights import Role, Whose
from tests.permissions.belongings import TYPES
from tests.permissions.world import World


def test_every_role_is_somebody_and_every_owner_has_everything(world: World) -> None:
    assert set(world.people) == set(Role)
    assert len(world.canaries.places) > 400
    for letter in "ajb":
        bundle = world.bundles[letter]
        assert bundle.review.current_workflow_task is not None
        assert bundle.translation.get_target_instance() == bundle.translated
        assert not bundle.translated.live
    assert world.bundle(Role.AUTHOR, Whose.OTHER).partner.slug == "nxt-doorn"


def test_every_text_that_a_partner_writes_holds_a_canary(world: World) -> None:
    """A new field of a model that partners fill gets its word by itself; a new model needs a line here."""
    filled = {place.rpartition(".")[0] for word, place in world.canaries.places.items() if word.startswith("kanarieb")}

    models = {model._meta.label for model in TYPES}
    models |= {"curriculum.LabSession", "portal.PortalImage", "portal.PortalDocument", "Trajectory", "TaskProgress"}
    models |= {"User", "Comment", "CommentReply", "TaskState", "StringTranslation", "wagtailcore.Workflow"}
    assert models <= filled
    assert {"image file name", "document file name", "document content", "upload name"} <= set(
        world.canaries.places.values()
    )
    assert "home.StandardPage.body.alternative text" in world.canaries.places.values()
