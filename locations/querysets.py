"""Questions about locations."""

from portal.core.models.querysets import PortalPageQuerySet


class LocationQuerySet(PortalPageQuerySet):
    """Questions about location pages; facts such as the status stand on the Dutch pages."""

    def in_street_order(self) -> "LocationQuerySet":
        """Return the locations in the order of the tree, which is the order of the street."""
        return self.order_by("path")

    def active(self) -> "LocationQuerySet":
        """Return the locations where colleagues in training learn now."""
        return self.filter(status="actief")

    def towns(self) -> dict[str, list[str]]:
        """Return key → town of every public location that says its town."""
        places = self.originals().live().public().exclude(town="").values_list("content_key", "town")
        return {key: [town] for key, town in places}
