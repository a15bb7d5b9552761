"""What wagtail-localize says itself, in the Dutch of the house: dates, labels, and sentences with their spaces.

Its sentences stand in our catalogue (the list below, and `djangojs.po` for what the browser says); our catalogue comes
before its own. What it writes without a catalogue is replaced here.
"""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.views import edit_translation
from wagtail_localize.views.report import TranslationsReportFilterSet

from portal.core.translations.keeping import KEPT

WORDS = (
    gettext_noop("Translation of %(instance)s into %(locale)s"),
    gettext_noop("Editing %(object_type)s %(title)s"),
    gettext_noop(
        "This page hasn't been translated yet. It is mirroring the "
        '<a href="%(edit_original_page_url)s" target="_blank">%(original_locale)s page</a>.'
    ),
    gettext_noop("Unrecognised id found in an <a> tag: {}"),
)
"""Sentences whose Dutch in wagtail-localize lacks a space or a word."""


def say_it_in_dutch() -> None:
    """Replace what has no catalogue; called once, when the portal starts."""
    StringTranslation.get_comment = told_when
    edit_translation.DATE_FORMAT = "%d-%m-%Y"  # in figures, because `strftime` knows English months only
    Translation._meta.verbose_name = gettext_lazy("translation")
    Translation._meta.verbose_name_plural = gettext_lazy("translations")
    filters = TranslationsReportFilterSet.base_filters
    filters["source_locale"].label = gettext_lazy("Translated from")
    filters["target_locale"].label = gettext_lazy("Translated into")


def told_when(translation: StringTranslation) -> str:
    """Return what stands beside a translated text: how it came there, and when."""
    if translation.tool_name == KEPT:
        return _("This is the translation from before the text changed. Check it, then save it.")
    words = {"tool_name": translation.tool_name, "date": date_format(localtime(translation.updated_at), "j F Y")}
    if translation.tool_name:
        return _("Translated with {tool_name} on {date}").format(**words)
    if translation.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return _("Machine translated on {date}").format(**words)
    return _("Translated manually on {date}").format(**words)
