"""What wagtail-localize can do."""

from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Locale

from tests.permissions.actions.base import URLENCODED, Action, Bundle, at, has, plain


def translation_actions() -> list[Action]:
    """Return what wagtail-localize can do."""
    name = "wagtail_localize"
    english = Locale.objects.get(language_code="en").pk
    text = at(f"{name}:edit_string_translation", has("translation"), has("string_segment"))
    return [
        plain("translation: ask for one", f"{name}:submit_page_translation", has("draft"), locales=english),
        Action(
            "translation: ask for a whole space",
            at(f"{name}:submit_page_translation", has("public")),
            None,
            lambda bundle: {"locales": english, "include_subtree": "on"},
        ),
        plain("translation: take over changes", f"{name}:update_translations", has("translation", "source")),
        plain(
            "translation: take over changes and publish",
            f"{name}:update_translations",
            has("translation", "source"),
            publish_translations="on",
        ),
        Action(
            "translation: translate a text", text, data=lambda bundle: {"value": "x"}, method="put", kind=URLENCODED
        ),
        Action("translation: forget a text", text, method="delete"),
        Action(
            "translation: give a field its own value",
            at(f"{name}:edit_override", has("translation"), has("overridable_segment")),
            method="put",
            kind=URLENCODED,
            data=lambda bundle: {"value": str(bundle.cover.pk)},
        ),
        Action(
            "crossed: show another's image in a translation",
            at(f"{name}:edit_override", has("translation"), has("overridable_segment")),
            method="put",
            data=lambda bundle: {"value": str(bundle.theirs.image.pk)},
            kind=URLENCODED,
        ),
        Action(
            "translation: send a file",
            at(f"{name}:upload_pofile", has("translation")),
            data=lambda bundle: {"file": _texts(bundle)},
        ),
        plain("translation: by machine", f"{name}:machine_translate", has("translation")),
        plain("translation: stop", f"{name}:stop_translation", has("translation")),
        plain("translation: follow the original again", f"{name}:convert_to_alias", has("translated")),
        Action(
            "translation: publish in its editor",
            at("wagtailadmin_pages:edit", has("translated")),
            None,
            lambda bundle: {"body-count": "0", "action": "publish"},
        ),
        plain(
            "translation: of a central word",
            f"{name}:submit_snippet_translation",
            "home",
            "figure",
            _figure,
            locales=english,
        ),
    ]


def _texts(bundle: Bundle) -> SimpleUploadedFile:
    """The file of texts of a translation, with all of them translated."""
    file = bundle.translation.export_po()
    for entry in file:
        entry.msgstr = "Translated"
    return SimpleUploadedFile("en.po", str(file).encode())


def _figure(bundle: Bundle) -> int:
    from home.models import Figure

    return int(Figure.objects.values_list("pk", flat=True)[0])
