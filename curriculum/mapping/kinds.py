"""Words a theme is described by."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ThemeKind(models.TextChoices):
    """What sort of theme."""

    GENERIC = "generiek", _("generic theme")
    SKILL = "vaardigheid", _("skill")
    RESEARCH = "onderzoek", _("research")
    DEPTH = "verdieping", _("line across sectors")
