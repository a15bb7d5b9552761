"""What a page refers to: images, documents and other pages, stored or still in a form."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

from portal.access.who import Access

Reference = tuple[int, str]
"""The content type and the key of what is referred to, as Wagtail's reference index keeps them."""


def references_of(instance: models.Model) -> set[Reference]:
    """Return everything an object refers to, rows and running text included, as it is in memory."""
    found = ReferenceIndex._extract_references_from_object(instance)
    return {(content_type, key) for content_type, key, *_paths in found}


def references_in_form(form: Any) -> set[Reference]:
    """Return everything a valid form refers to, its rows included."""
    found = set(_references_in_fields(form))
    for formset in getattr(form, "formsets", {}).values():
        for row in formset.forms:
            if hasattr(row, "cleaned_data") and not row.cleaned_data.get("DELETE"):
                found |= references_in_form(row)
    return found


def _references_in_fields(form: Any) -> Iterator[Reference]:
    for name, value in form.cleaned_data.items():
        if isinstance(value, models.Model):
            yield key_of(value)
        elif value and name in _names(form.instance):
            extract = getattr(form.instance._meta.get_field(name), "extract_references", None)
            if extract:
                yield from _resolved(extract(value))


def _names(instance: models.Model) -> set[str]:
    return {field.name for field in instance._meta.get_fields()}


def _resolved(found: Iterable[tuple[type[models.Model], Any, str, str]]) -> Iterator[Reference]:
    for model, key, _model_path, _content_path in found:
        yield ReferenceIndex._get_base_content_type(model).pk, str(key)


def key_of(instance: models.Model) -> Reference:
    """Return an object as a reference to it."""
    return ReferenceIndex._get_base_content_type(instance).pk, str(instance.pk)


def may_refer(access: Access, reference: Reference) -> bool:
    """Whether somebody may use this in a page: a page they may see, an image or document they may choose.

    Central lists and partners may be used by everyone.
    """
    if access.is_core:
        return True
    model = ContentType.objects.get_for_id(reference[0]).model_class()
    if model is None:
        return True
    if issubclass(model, Page):
        page = Page.objects.filter(pk=reference[1]).first()
        return page is not None and access.sees(page)
    if model in (get_image_model(), get_document_model()):
        return bool(access.media(model).filter(pk=reference[1]).exists())
    return True


def used_publicly(media: models.Model, request: Any) -> bool:
    """Whether a page that this visitor can read shows the image or offers the document; also a central object may."""
    content_type, key = key_of(media)
    rows = ReferenceIndex.objects.filter(to_content_type=content_type, to_object_id=key)
    pages = ContentType.objects.get_for_model(Page)
    if rows.exclude(base_content_type=pages).exists():
        return True
    users = Page.objects.live().filter(pk__in=[int(pk) for pk in rows.values_list("object_id", flat=True)])
    if users.public().exists():
        return True
    return any(
        all(restriction.accept_request(request) for restriction in page.get_view_restrictions()) for page in users
    )


def used_in_review(media: models.Model, access: Access) -> bool:
    """Whether a draft that waits for this person shows the image or offers the document."""
    drafts = (state.revision.as_object() for state in access.awaiting_review().select_related("revision"))
    return any(key_of(media) in references_of(draft) for draft in drafts)
