"""What a page refers to: images, documents and other pages, stored or still in a form."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import BadRequest
from django.db import models
from django.forms import Field, ModelChoiceField
from django.http import HttpRequest
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Revision, TranslatableMixin
from wagtail.snippets.models import get_snippet_models

from portal.partners.access.ids import number
from portal.partners.access.policy import UserAccess

Reference = tuple[int, str]
"""The content type and the key of what is referred to, as Wagtail's reference index keeps them."""


def references_of(instance: models.Model) -> set[Reference]:
    """Return everything an object refers to, rows and running text included, as it is in memory."""
    found = ReferenceIndex._extract_references_from_object(instance)
    return {(content_type, key) for content_type, key, *_paths in found}


def references_in_form(form: WagtailAdminModelForm) -> set[Reference]:
    """Return everything a form that was sent refers to, its rows included, whether it is valid or not.

    A form with a mistake in it is shown again, with the titles of what was chosen.
    """
    found = set(_references_in_fields(form))
    for formset in getattr(form, "formsets", {}).values():
        for row in formset.forms:
            if row.is_bound and not getattr(row, "cleaned_data", {}).get("DELETE"):
                found |= references_in_form(row)
    return found


def _references_in_fields(form: WagtailAdminModelForm) -> Iterator[Reference]:
    cleaned = getattr(form, "cleaned_data", {})
    for name, field in form.fields.items():
        value = cleaned[name] if name in cleaned else _sent_to(form, name, field)
        if isinstance(value, models.Model):
            yield key_of(value)
        elif value and name in _names(form.instance):
            extract = getattr(form.instance._meta.get_field(name), "extract_references", None)
            if extract:
                yield from _resolved(extract(value))


def _sent_to(form: WagtailAdminModelForm, name: str, field: Field) -> Any:
    """Return what was sent to a field that is not valid, as the form would show it again."""
    sent = field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
    if not isinstance(field, ModelChoiceField):
        return sent
    assert field.queryset is not None
    return field.queryset.model(pk=number(sent)) if isinstance(sent, str) and sent else None


def _names(instance: models.Model) -> set[str]:
    return {field.name for field in instance._meta.get_fields()}


def _resolved(found: Iterable[tuple[type[models.Model], Any, str, str]]) -> Iterator[Reference]:
    for model, key, _model_path, _content_path in found:
        yield ReferenceIndex._get_base_content_type(model).pk, str(key)


def key_of(instance: models.Model) -> Reference:
    """Return an object as a reference to it."""
    return ReferenceIndex._get_base_content_type(instance).pk, str(instance.pk)


def may_refer(access: UserAccess, reference: Reference) -> bool:
    """Whether somebody may use this in a page: a page they may see, an image or document they may choose.

    Central lists and partners may be used by everyone.
    """
    if access.is_core:
        return True
    model = ContentType.objects.get_for_id(reference[0]).model_class()
    if model is None:
        return True
    media = model in (get_image_model(), get_document_model())
    if not media and not issubclass(model, Page):
        return True
    try:
        key = number(reference[1])
    except BadRequest:
        return False  # running text keeps whatever stood in its tag; a browser or database may still read a number
    if media:
        return bool(access.media(model).filter(pk=key).exists())
    page = Page.objects.filter(pk=key).first()
    return page is not None and access.sees(page)


def uses_what_is_not_theirs(access: UserAccess, instance: models.Model, used: set[Reference]) -> bool:
    """Whether an object would refer to something that this person may not use, and that nobody allowed before.

    Every road by which a reference gets into a page or central object asks this one question: forms, drafts,
    publishing, translations, copies. What the object, its newest draft or its twins in other languages refer to
    already was somebody's decision.
    """
    if access.is_core or not used:
        return False
    added = used - _in_index([instance])
    if added:
        added -= _in_drafts([instance])
    added = {reference for reference in added if not may_refer(access, reference)}
    if added:
        twins = _twins(instance)
        added -= _in_index(twins) | _in_drafts(twins)
    return bool(added)


def _in_index(instances: Iterable[models.Model]) -> set[Reference]:
    """Return what stored objects refer to."""
    found: set[Reference] = set()
    for instance in instances:
        if instance.pk:
            rows = ReferenceIndex.get_references_for_object(instance)
            found |= set(rows.values_list("to_content_type", "to_object_id"))
    return found


def _in_drafts(instances: Iterable[models.Model]) -> set[Reference]:
    """Return what the newest stored draft of objects, and the one that is going live, refer to."""
    found: set[Reference] = set()
    for instance in instances:
        keys = {getattr(instance, name, None) for name in ("latest_revision_id", "live_revision_id")}
        for revision in Revision.objects.filter(pk__in=keys - {None}):
            found |= references_of(revision.as_object())
    return found


def _twins(instance: models.Model) -> list[models.Model]:
    """Return the same page or object in other languages, and the aliases of that."""
    if not isinstance(instance, TranslatableMixin):
        return []
    model = Page if isinstance(instance, Page) else type(instance)
    return list(model._default_manager.filter(translation_key=instance.translation_key).exclude(pk=instance.pk))


def is_content(model: type[models.Model] | None) -> bool:
    """Whether visitors can meet objects of a model: pages and central lists, not what Wagtail notes for itself."""
    return model is not None and (issubclass(model, Page) or model in get_snippet_models())


def used_publicly(media: models.Model, request: HttpRequest) -> bool:
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


def used_in_review(media: models.Model, access: UserAccess) -> bool:
    """Whether a draft that waits for this person shows the image or offers the document."""
    drafts = (state.revision.as_object() for state in access.awaiting_review().select_related("revision"))
    return any(key_of(media) in references_of(draft) for draft in drafts)
