"""Dutch that is left in a translation: which texts nobody translated yet, and which are to be checked."""

from typing import Any

from django.db.models import Exists, OuterRef
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.translations.keeping import KEPT, texts_of

KEYS = frozenset({"slug", "see"})
"""Fields that hold keys, not words."""


def untranslated(translation: Translation) -> set[tuple[str, str]]:
    """Return `(place, Dutch text)` of what has no translation yet; keys and numbers need none."""
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    rows = segments.filter(translation=None).values_list("context__path", "string__data")
    return {(path, text) for path, text in rows if path.rpartition(".")[2] not in KEYS and _has_words(text)}


def _has_words(text: str) -> bool:
    return any(sign.isalpha() for sign in text)


def dutch_on(page: Any, missing: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return which of the texts that nobody translated stand on a page as it is now."""
    return missing & {(path, text) for path, texts in texts_of(page).items() for text in texts}


def would_add_dutch(translation: Translation) -> bool:
    """Whether publishing a translation would put Dutch on a page in another language that is live without it."""
    target = translation.get_target_instance()
    if not isinstance(target, Page) or not target.live or target.alias_of_id:
        return False
    missing = untranslated(translation)
    return bool(missing) and missing != dutch_on(target.specific, missing)


def to_check(locale: Locale) -> Any:
    """Return the translations into a language that hold a kept or missing text, as a queryset."""
    kept = StringTranslation.objects.filter(
        translation_of=OuterRef("string_id"), context=OuterRef("context_id"), locale=locale, tool_name=KEPT
    )
    texts = StringSegment.objects.filter(source=OuterRef("source_id"))
    return Translation.objects.filter(Exists(texts.filter(Exists(kept))), enabled=True, target_locale=locale)
