"""Numbers kept once and shown everywhere with their source and date."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from portal.core.models.facts import SharedFacts
from portal.core.translations.snippets import SharedSnippetForm

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
SIGNS = str.maketrans(".,", ",.")
"""Dutch writes 1.000 and 2,5 where English writes 1,000 and 2.5."""


class Figure(index.Indexed, SharedFacts, TranslatableMixin, models.Model):
    """A number with its unit, scope, source and date. "Circa" stays with the number.

    The number is that of the Dutch figure in every language; only the words around it are translated.
    """

    slug = models.SlugField(_("short name"), max_length=80)
    display = models.CharField(
        _("number as shown"), max_length=60, help_text=_("With circa where the source says so: ca. 50")
    )
    unit = models.CharField(_("what is counted"), max_length=120)
    scope = models.TextField(_("what it is about"), blank=True, max_length=300)
    minimum = models.DecimalField(_("lowest value"), max_digits=10, decimal_places=2, null=True, blank=True)
    maximum = models.DecimalField(_("highest value"), max_digits=10, decimal_places=2, null=True, blank=True)
    is_approximate = models.BooleanField(_("approximate"), default=False)
    source = models.CharField(_("source"), max_length=200)
    source_lines = models.CharField(_("lines in the source"), max_length=40, blank=True)
    as_of = models.DateField(_("as of"), null=True, blank=True, help_text=_("Leave empty when the source has no date."))
    is_example = models.BooleanField(_("example"), default=False)

    base_form_class = SharedSnippetForm
    shared_fields = (
        "slug",
        "minimum",
        "maximum",
        "is_approximate",
        "source_lines",
        "as_of",
        "is_example",
    )

    panels = [
        FieldPanel("display"),
        FieldPanel("unit"),
        FieldPanel("scope"),
        MultiFieldPanel(
            [FieldPanel("minimum"), FieldPanel("maximum"), FieldPanel("is_approximate")], heading=_("Value")
        ),
        MultiFieldPanel([FieldPanel("source"), FieldPanel("source_lines"), FieldPanel("as_of")], heading=_("Source")),
        FieldPanel("is_example"),
        FieldPanel("slug"),
    ]
    search_fields = [index.SearchField("unit"), index.AutocompleteField("unit"), index.FilterField("locale_id")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["slug"]
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="one_figure_per_slug_and_language")]

    def __str__(self) -> str:
        return f"{self.display} {self.unit}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the number that stood there before, with its day; the number is that of the Dutch figure."""
        before = type(self)._default_manager.filter(pk=self.pk).first() if self.owns_facts and self.pk else None
        super().save(*args, **kwargs)
        if before is not None and before.display != self.display:
            earlier = {"display": before.display, "as_of": before.as_of, "until": timezone.localdate()}
            self.earlier.create(**earlier)

    @property
    def shown(self) -> str:
        """The number as a reader sees it: the words of this language around the numbers of the Dutch figure."""
        owner = self.facts
        if owner is self:
            return self.display
        numbers = iter([found.translate(SIGNS) for found in NUMBER.findall(owner.display)])
        if len(NUMBER.findall(self.display)) != len(NUMBER.findall(owner.display)):
            return str(owner.display)
        return NUMBER.sub(lambda _match: next(numbers), self.display)

    def clean(self) -> None:
        """Refuse a highest value below the lowest."""
        if self.minimum is not None and self.maximum is not None and self.maximum < self.minimum:
            raise ValidationError({"maximum": _("The highest value cannot be below the lowest.")})
