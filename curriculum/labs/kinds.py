"""Words a lab is described by: what sort it is and how often it is given."""

from collections.abc import Mapping, Sequence

from django.db import models
from django.utils.translation import gettext_lazy as _

WEEK_OF_SKILLS = 3
"""Skills labs fall in week 3 of the rhythm (source: practice illustration, lines 145-146)."""


class LabKind(models.TextChoices):
    """What sort of lab."""

    CONTENT = "inhoudelijk", _("content lab")
    SKILLS = "vaardigheden", _("skills lab")
    RESEARCH = "onderzoek", _("research guidance")


class LabCadence(models.TextChoices):
    """How often a lab is given."""

    CYCLE = "driewekelijks", _("once in three weeks")
    WEEKLY = "wekelijks", _("every week")
    NOW_AND_THEN = "los", _("now and then")


WEEK_IS_ASKED: Mapping[str, Sequence[str]] = {
    "kind": [LabKind.CONTENT, LabKind.RESEARCH],
    "cadence": [LabCadence.CYCLE, LabCadence.NOW_AND_THEN],
}
"""For which labs the form asks the week of the cycle: a skills lab has its own, a weekly one has none."""
