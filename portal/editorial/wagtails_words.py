"""Words of Wagtail that the house says otherwise in Dutch; our catalogue comes before Wagtail's own."""

from django.utils.translation import gettext_noop as _

WORDS = (
    *(_("Checks"), _("Toggle checks"), _("locale"), _("Locale"), _("Locales")),
    *(_("Bold"), _("Italic"), _("Monospace (code)"), _("Superscript"), _("Subscript")),
)
"""The heading of the checks beside a form, one word for a language wherever Wagtail writes of locales, and what Wagtail
left in English in its list of keyboard shortcuts."""
