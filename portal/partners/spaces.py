"""The space: the page of a partner under which everything it publishes lives."""

from typing import Any, ClassVar

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.core.models.vocabularies import PartnerKind
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
        """Mark the page as a space; copies are saved without being asked, so a new page is asked here as well."""
        if self._state.adding:
            self.refuse_second_space()
        self.is_space = True
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a second space for a partner; what stands there already is left alone."""
        super().clean()
        former = type(self)._default_manager.filter(pk=self.pk).values_list("represents_id", flat=True).first()
        if former != self.represents_id:
            self.refuse_second_space()

    def refuse_second_space(self) -> None:
        """Raise ValidationError when the partner has a space already, in whichever language."""
        spaces = apps.get_model("portal", "PortalPage").objects.filter(is_space=True, partner=self.represents_id)
        if self.represents_id and spaces.exclude(translation_key=self.translation_key).exists():  # type: ignore[attr-defined]
            raise ValidationError({"represents": _("This partner has a page of its own already.")})

    def own_partner_id(self) -> int | None:
        """Return the partner whose space this is."""
        return self.represents_id
