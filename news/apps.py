"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Stories, insights, plans, events and news."""

    name = "news"
    verbose_name = _("News")
