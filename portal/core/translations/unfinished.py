"""Dutch that is left in a translation: which texts nobody translated yet, and which are to be checked."""

from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import String, StringTranslation, Translation

from portal.core.models.facts import SharedFacts
from portal.core.models.phrases import FIELD as PHRASES
from portal.core.translations.keeping import texts_of

Texts = set[tuple[str, str]]
"""Texts with their places: `(place, text)`."""

UNREAD = frozenset({"slug", "see", PHRASES})
"""Fields that no visitor reads: keys, and what search alone knows; no page waits for their translation."""


def untranslated(translation: Translation) -> Texts:
    """Return `(place, Dutch text)` of what has no translation yet; keys and numbers need none."""
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    rows = segments.filter(translation=None).values_list("context__path", "string__data")
    return {(path, text) for path, text in rows if _is_told(path, text)}


def _is_told(path: str, text: str) -> bool:
    """Whether a text is told in each language: it has words that are read."""
    return path.rpartition(".")[2] not in UNREAD and any(sign.isalpha() for sign in text)


def translation_of(instance: TranslatableMixin) -> Translation | None:
    """Return the running translation of which a page or entry is the result."""
    found = Translation.objects.filter(
        source__object=instance.translation_key, target_locale=instance.locale_id, enabled=True
    )
    return found.select_related("source").first()


def dutch_left(instance: TranslatableMixin) -> Texts:
    """Return the texts of a translation that are Dutch as it is now, of today's Dutch page or of an earlier one.

    A text that somebody gave as the translation of that place is none of them, however Dutch it looks.
    """
    translation = translation_of(instance)
    if translation is None:
        return set()
    texts = {(path, text) for path, told in texts_of(instance).items() for text in told if _is_told(path, text)}
    known = String.objects.filter(locale=translation.source.locale_id, data__in={text for _path, text in texts})
    dutch = set(known.values_list("data", flat=True))
    given = StringTranslation.objects.filter(
        context__object=instance.translation_key, locale=instance.locale_id, data__in=dutch, has_error=False
    )
    return {row for row in texts if row[1] in dutch} - set(given.values_list("context__path", "data"))


def is_shown(instance: SharedFacts) -> bool:
    """Whether visitors read a translation: a page that is live, an entry of a list of which nothing is Dutch."""
    if isinstance(instance, Page):
        return bool(instance.live and not instance.alias_of_id)
    return not instance.holds_dutch


def would_add_dutch(translation: Translation) -> Texts:
    """Return the Dutch that publishing a translation would put where visitors read none."""
    target = translation.get_target_instance()
    if not is_shown(target):
        return set()
    here = {(path, text) for path, texts in texts_of(getattr(target, "specific", target)).items() for text in texts}
    return untranslated(translation) - here
