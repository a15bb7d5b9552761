"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CurriculumConfig(AppConfig):
    """Labs, themes, learning outcomes, training groups and the rhythm of three weeks."""

    name = "curriculum"
    verbose_name = _("Curriculum")
