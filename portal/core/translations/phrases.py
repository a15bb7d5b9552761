"""A search phrase for a page that is being translated: it waits among the texts of the translation."""

from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.strings import StringValue

from portal.core.models.phrases import FIELD, phrases_in
from portal.core.models.users import AnyUser


def propose(translation: Translation, phrase: str, user: AnyUser) -> bool:
    """Add a phrase to those of a translation, to be published with it; False while the original has none at all.

    wagtail-localize knows no text in a translation that is not the translation of one.
    """
    segment = translation.source.stringsegment_set.filter(context__path=FIELD).first()
    if segment is None:
        return False
    place = {
        "translation_of_id": segment.string_id,
        "context_id": segment.context_id,
        "locale_id": translation.target_locale_id,
    }
    written = StringTranslation.objects.filter(**place).values_list("data", flat=True).first() or ""
    before = StringSegmentValue(FIELD, StringValue(written)).render_text()
    phrases = phrases_in(f"{before}\n{phrase}")
    manual = {"translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL, "tool_name": ""}
    StringTranslation.objects.update_or_create(
        **place,
        defaults={
            **manual,
            "data": StringValue.from_plaintext("\n".join(phrases)).data,
            "last_translated_by": user,
            "has_error": False,
        },
    )
    return True
