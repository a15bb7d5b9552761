"""App configuration: registers the house rules as system checks and connects the receivers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """The shared ground of all content apps."""

    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        """Register checks and signal receivers."""
        from portal import checks, dates, plain_text, telling  # noqa: F401
        from portal.access import receivers as references  # noqa: F401
        from portal.departures import receivers as departures  # noqa: F401
        from portal.departures.wagtails_redirects import replace_wagtails
        from portal.editors import review_mail  # noqa: F401
        from portal.exports import guard_exports
        from portal.partners import receivers as rights  # noqa: F401
        from portal.signin import events  # noqa: F401
        from portal.translations import holding, keeping, snippets, together  # noqa: F401
        from portal.translations.words import say_it_in_dutch

        dates.teach_widgets()
        guard_exports()
        replace_wagtails()
        say_it_in_dutch()
