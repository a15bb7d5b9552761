"""English of pages that commands make: real translations, as an editor would make them in wagtail-localize.

Every text becomes a translated string of its page, so that the translation screen shows it and a
later change of the Dutch text asks for a new translation of that text only.
"""

from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.words import Words

KEYS = frozenset({"slug", "see"})
"""Fields that hold keys, not words."""


def translate(instance: TranslatableMixin, words: Words, locale: Locale) -> TranslatableMixin:
    """Translate a page or snippet and return the translation, published; raises KeyError for a text without English."""
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    Translation.objects.create(source=source, target_locale=locale)
    _translate_strings(source, instance, words, locale)
    if not isinstance(instance, Page):
        return source.create_or_update_translation(locale, publish=True)[0]
    page, _created = source.create_or_update_translation(locale, publish=False)
    # Published here and not by wagtail-localize, which would wait for the end of the transaction.
    page.get_latest_revision().publish()
    return page


def _translate_strings(source: TranslationSource, instance: TranslatableMixin, words: Words, locale: Locale) -> None:
    segments = StringSegment.objects.filter(source=source).select_related("string", "context")
    translations: dict[tuple[int, int], StringTranslation] = {}
    for segment in segments:
        english = english_text(instance, segment.context.field_path, segment.string.data, words)
        translations[segment.string_id, segment.context_id] = StringTranslation(
            translation_of=segment.string,
            context=segment.context,
            locale=locale,
            data=english,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
    StringTranslation.objects.bulk_create(translations.values())


def english_text(instance: TranslatableMixin, path: str, dutch: str, words: Words) -> str:
    """Return the English of the text at a path of fields; keys stay, except the address of a standing page."""
    if path == "slug":
        return words.slugs.get(str(instance.translation_key), dutch)
    return dutch if path.rpartition(".")[2] in KEYS else words.english(dutch)
