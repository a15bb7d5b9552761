"""Other sizes of an image, also on a day on which none can be made."""

import logging
from typing import Any

from django.db import models, transaction
from wagtail.images.models import Filter, SourceImageIOError

logger = logging.getLogger(__name__)


class ForgivingRenditions(models.Model):
    """An image without which a page is still a page.

    When a size that is missing cannot be made, because the disk is full or may not be written, the size nearest to
    it that there is takes its place; without any, Wagtail's own empty picture. The savepoints leave the transaction
    around it, such as the one of a request, in order.
    """

    class Meta:
        abstract = True

    def create_rendition(self, filter: Filter) -> Any:
        """Return a size, made now, or another one; raises SourceImageIOError when there is none, as Wagtail expects."""
        try:
            with transaction.atomic():
                return super().create_rendition(filter)  # type: ignore[misc]
        except SourceImageIOError:
            raise
        except OSError as error:
            logger.warning("image %s has no size %s: %s", self.pk, filter.spec, error)
            return self._nearest(filter, error)

    def create_renditions(self, *filters: Filter) -> dict[Filter, Any]:
        """Return several sizes; one by one when they cannot be made together."""
        try:
            with transaction.atomic():
                made: dict[Filter, Any] = super().create_renditions(*filters)  # type: ignore[misc]
        except SourceImageIOError:
            raise
        except OSError:
            made = {filter: self.create_rendition(filter) for filter in filters}
        return made

    def _nearest(self, filter: Filter, error: OSError) -> Any:
        """Return the stored size nearest in width, not to be kept under the name of the one that was asked for."""
        wanted = max((int(part) for part in filter.spec.replace("x", "-").split("-") if part.isdigit()), default=0)
        stored = [size for size in self.renditions.all() if size.file.storage.exists(size.file.name)]  # type: ignore[attr-defined]
        if not stored:
            raise SourceImageIOError(str(error)) from error
        return min(stored, key=lambda size: abs(size.width - wanted))
