"""Fixed lists that code depends on. Values are stable keys in addresses and tests."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sector(models.TextChoices):
    """Sectors of Dutch education, from primary to university."""

    PO = "po", _("primary education (po)")
    VO = "vo", _("secondary education (vo)")
    MBO = "mbo", _("vocational education (mbo)")
    HBO = "hbo", _("higher professional education (hbo)")
    WO = "wo", _("university education (wo)")


class PartnerKind(models.TextChoices):
    """What kind of organisation a partner is."""

    BOARD = "schoolbestuur", _("school board")
    SCHOOL = "school", _("school")
    INSTITUTE = "instituut", _("teacher education institute")
    MBO = "mbo", _("vocational college")
    PABO = "pabo", _("primary teacher education")
    CORE = "kernteam", _("core team")


class Formality(models.TextChoices):
    """How firmly a partner is tied to the partnership."""

    FORMAL = "formeel", _("formal partner")
    INFORMAL = "informeel", _("cooperation without a formal agreement")
    EXPLORING = "verkennend", _("exploratory cooperation")
