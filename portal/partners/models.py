"""The partner: an organisation that takes part and publishes in its own space."""

from typing import TYPE_CHECKING

from django.contrib.auth.models import Group
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from portal.core.models.users import AnyUser
from portal.core.models.vocabularies import Formality, PartnerKind, Sector

if TYPE_CHECKING:
    from portal.core.models.pages import PortalPage


class PartnerQuerySet(models.QuerySet["Partner"]):
    """Questions about partners."""

    def of_editor(self, user: AnyUser) -> "PartnerQuerySet":
        """Return the partners whose groups the user belongs to."""
        groups = user.groups.all()
        one_language = models.Q(language_groups__group__in=groups)
        return self.filter(_in_every_language(groups) | one_language).distinct()

    def of_editor_in_every_language(self, user: AnyUser) -> "PartnerQuerySet":
        """Return the partners where the user is not limited to some languages."""
        return self.filter(_in_every_language(user.groups.all()))

    def active(self) -> "PartnerQuerySet":
        """Return partners that still take part."""
        return self.filter(archived=False)


def _in_every_language(groups: models.QuerySet[Group]) -> models.Q:
    return models.Q(authors__in=groups) | models.Q(editors__in=groups) | models.Q(translators__in=groups)


class Partner(models.Model):
    """An organisation in the partnership. The core team owns this record, the partner owns its space.

    The groups, collection and workflow of a partner are kept here as references, never looked
    up by name; `portal.partners.provision.provision` makes and mends them.
    """

    slug = models.SlugField(_("short name in addresses"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    short_name = models.CharField(_("abbreviation"), max_length=30, blank=True)
    kind = models.CharField(_("kind of organisation"), max_length=20, choices=PartnerKind.choices)
    formality = models.CharField(_("formality"), max_length=20, choices=Formality.choices, default=Formality.EXPLORING)
    sectors = ArrayField(
        models.CharField(max_length=3, choices=Sector.choices), verbose_name=_("sectors"), default=list, blank=True
    )
    linked_to = models.ForeignKey(
        "self",
        verbose_name=_("belongs to or is linked to"),
        help_text=_("School board of a school, or the formal partner that publishes for an informal one."),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="linked_partners",
    )
    archived = models.BooleanField(_("no longer takes part"), default=False)

    authors = models.OneToOneField(Group, null=True, editable=False, on_delete=models.SET_NULL, related_name="+")
    editors = models.OneToOneField(Group, null=True, editable=False, on_delete=models.SET_NULL, related_name="+")
    translators = models.OneToOneField(Group, null=True, editable=False, on_delete=models.SET_NULL, related_name="+")
    collection = models.OneToOneField(
        "wagtailcore.Collection", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    workflow = models.OneToOneField(
        "wagtailcore.Workflow", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    objects = PartnerQuerySet.as_manager()

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("short_name"), FieldPanel("slug")], heading=_("Name")),
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("formality"), FieldPanel("sectors"), FieldPanel("linked_to")],
            heading=_("Place in the partnership"),
        ),
        FieldPanel("archived", read_only=True),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a partner that is linked to itself or to one that left, and a name that another partner has."""
        errors = {}
        if self.linked_to_id and self.linked_to_id == self.pk:
            errors["linked_to"] = _("A partner cannot be linked to itself.")
        elif self.linked_to and self.linked_to.archived and not self.archived:
            errors["linked_to"] = _("This partner no longer takes part.")
        if Partner.objects.filter(name__iexact=self.name).exclude(pk=self.pk).exists():
            errors["name"] = _("There is already a partner with this name.")
        if errors:
            raise ValidationError(errors)

    @property
    def spaces(self) -> "models.QuerySet[PortalPage]":
        """The partner's space page in each language; a space is the page that states its partner itself."""
        return self.pages.filter(is_space=True).order_by("depth", "pk")


class LanguageGroup(models.Model):
    """The translators of a partner in one language only. Their group has rights on the space in that language."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="language_groups")
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+")
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["partner", "locale"]
        verbose_name = _("translators of one language")
        verbose_name_plural = _("translators of one language")
        constraints = [models.UniqueConstraint(fields=["partner", "locale"], name="one_group_per_language")]

    def __str__(self) -> str:
        return str(self.group)
