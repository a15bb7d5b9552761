"""What can be done with images and documents."""

from collections.abc import Callable
from typing import Any

from wagtail.models import UploadedFile

from tests.permissions.actions.base import (
    Action,
    Bundle,
    Data,
    at,
    has,
    image_file,
    plain,
    same,
    text_file,
)


def media_actions() -> list[Action]:
    """Return what can be done with images and documents."""
    return [
        *_media("image", "wagtailimages", "image", image_file, "multiple_image"),
        *_media("document", "wagtaildocs", "document", text_file, "multiple_document"),
        Action(
            "image: from an upload that waits",
            at("wagtailimages:create_multiple_from_uploaded_image", has("upload")),
            None,
            lambda bundle: _waiting("image", bundle.upload, image_file(), bundle),
        ),
        plain("image: drop an upload", "wagtailimages:delete_upload_multiple", has("upload")),
        Action(
            "document: from an upload that waits",
            at("wagtaildocs:create_multiple_from_uploaded_document", has("document_upload")),
            None,
            lambda bundle: _waiting("document", bundle.document_upload, text_file(), bundle),
        ),
        plain("document: drop an upload", "wagtaildocs:delete_upload_multiple", has("document_upload")),
    ]


def _waiting(kind: str, upload: UploadedFile, content: Any, bundle: Bundle) -> Data:
    """The rest of what is asked about an upload; its file is put back, since no transaction brings that back."""
    if not upload.file.storage.exists(upload.file.name):
        upload.file.storage.save(upload.file.name, content)
    values = {"title": "Nieuw", "collection": bundle.collection.pk, "tags": ""}
    return {f"uploaded-{kind}-{upload.pk}-{name}": value for name, value in values.items()}


def _media(kind: str, app: str, attribute: str, file: Callable[[], Any], _multiple: str) -> list[Action]:
    def new(bundle: Bundle) -> Data:
        return {"title": "Nieuw", "file": file(), "collection": bundle.collection.pk, "tags": ""}

    def many(bundle: Bundle) -> Data:
        return {"title": "Nieuw", "files[]": file(), "collection": bundle.collection.pk}

    def again(bundle: Bundle) -> Data:
        key = getattr(bundle, attribute).pk
        return {
            f"{attribute if kind == 'image' else 'doc'}-{key}-title": "Anders",
            f"{attribute if kind == 'image' else 'doc'}-{key}-collection": bundle.collection.pk,
            f"{attribute if kind == 'image' else 'doc'}-{key}-tags": "",
        }

    def chosen(bundle: Bundle) -> Data:
        return {f"{kind}-chooser-upload-{name}": value for name, value in new(bundle).items()}

    return [
        Action(f"{kind}: upload into the owner's collection", at(f"{app}:add"), None, new),
        Action(f"{kind}: upload many", at(f"{app}:add_multiple"), None, many),
        Action(f"{kind}: upload while choosing", at(f"{app}_chooser:create"), None, chosen),
        Action(
            f"{kind}: change",
            at(f"{app}:edit", has(attribute)),
            at(f"{app}:edit", has(attribute)),
            lambda bundle: {"title": "Anders"},
        ),
        same(f"{kind}: delete", f"{app}:delete", has(attribute)),
        Action(
            f"{kind}: change one of many",
            at(f"{app}:edit_multiple", has(attribute)),
            None,
            again,
            headers={"x-requested-with": "XMLHttpRequest"},
        ),
        Action(
            f"{kind}: delete one of many",
            at(f"{app}:delete_multiple", has(attribute)),
            None,
            headers={"x-requested-with": "XMLHttpRequest"},
        ),
    ]
