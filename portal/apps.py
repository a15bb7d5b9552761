"""App configuration: registers the house rules as system checks and connects the receivers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """The shared ground of all content apps."""

    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        """Register checks and signal receivers."""
        from portal import checks  # noqa: F401
        from portal.accounts import audit_log  # noqa: F401
        from portal.core import content_cache, dates, plain_text, telling  # noqa: F401
        from portal.core.backup import watching  # noqa: F401
        from portal.core.exports import guard_exports
        from portal.core.house_language import gate  # noqa: F401
        from portal.core.translations import holding, keeping, snippets, together  # noqa: F401
        from portal.core.translations.words import say_it_in_dutch
        from portal.editorial import review_mail  # noqa: F401
        from portal.partners import receivers as rights  # noqa: F401
        from portal.partners.access import receivers as references  # noqa: F401
        from portal.partners.departures import receivers as departures  # noqa: F401
        from portal.partners.departures.wagtails_redirects import replace_wagtails

        dates.teach_widgets()
        guard_exports()
        replace_wagtails()
        say_it_in_dutch()
