"""Our actions on many pages in the place of Wagtail's; those on one page stand in `portal.partners.access.listings`."""

from wagtail import hooks

from portal.partners.departures.bulk import DeleteMany, MoveMany, UnpublishMany

for action in (DeleteMany, UnpublishMany, MoveMany):
    hooks.register("register_bulk_action", action, order=100)
