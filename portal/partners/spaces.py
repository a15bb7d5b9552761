"""The space: the page of a partner under which everything it publishes lives."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.models.vocabularies import PartnerKind
from portal.partners.models import Partner


class PartnerSpace(models.Model):
    """Mixin for page types that are a partner's space; only the core team decides for whom."""

    represents = models.ForeignKey(
        Partner,
        verbose_name=_("space of"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The partner that owns this page and everything below it."),
    )

    space_of: ClassVar[tuple[PartnerKind, ...]] = ()
    """The kinds of partner that get a page of this type."""

    space_panels = [FieldPanel("represents", permission="portal.change_partner")]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Mark the page as a space."""
        self.is_space = True
        super().save(*args, **kwargs)

    def own_partner_id(self) -> int | None:
        """Return the partner whose space this is."""
        return self.represents_id
