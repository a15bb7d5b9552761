"""English of pages that commands make: real translations, as an editor would make them in wagtail-localize.

Every text becomes a translated string of its page, so that the translation screen shows it and a
later change of the Dutch text asks for a new translation of that text only.
"""

from html import unescape

from django.utils.text import Truncator, slugify
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue

from curriculum.models import OutcomePage
from home.words import Words

KEYS = frozenset({"slug", "see"})
"""Fields that hold keys, not words."""
MOST_WORDS = 7
"""Words of a title that its address takes over."""


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
    """Return the English of the text at a path of fields; keys stay, except the address of a page."""
    if path == "slug":
        return words.slugs.get(str(instance.translation_key)) or _slug(instance, dutch, words)
    return dutch if path.rpartition(".")[2] in KEYS else words.english(dutch)


def _slug(instance: TranslatableMixin, dutch: str, words: Words) -> str:
    """Return the address of a page by its English title; that of a space or an outcome is a name, which stays."""
    if getattr(instance, "is_space", False) or isinstance(instance, OutcomePage) or not isinstance(instance, Page):
        return dutch
    title = unescape(words.english(str(StringValue.from_plaintext(instance.title).data)))
    return Truncator(slugify(title).replace("-", " ")).words(MOST_WORDS, truncate="").replace(" ", "-")
