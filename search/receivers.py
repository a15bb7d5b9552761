"""Notes in the outbox every change a visitor could find, in the transaction of the change.

A signal says that something changed; which pages show it is asked of Wagtail's reference index, so
that a page is found by the new name of everything on it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.contrib.search_promotions.models import Query
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction, ReferenceIndex, get_page_models
from wagtail.signals import page_published, page_unpublished
from wagtail.snippets.models import get_snippet_models

from portal.core.content_cache import watch
from portal.core.prepared import prepared
from portal.partners.models import Partner
from search.documents import PAGE, Identity, document_models
from search.models import SearchEvent, SynonymGroup

watch(SynonymGroup)
watch(Query)

_noting: ContextVar[bool] = ContextVar("noting", default=True)


@contextmanager
def everything_noted_at_the_end() -> Iterator[None]:
    """Note everything that can be found once, when this block ends, in place of what changes at each save in it."""
    token = _noting.set(False)
    try:
        yield
    finally:
        _noting.reset(token)
    pages = Page.objects.filter(depth__gt=1).values_list("pk", flat=True)
    others = [(model._meta.label_lower, pk) for model in findable_models() for pk in _all_of(model)]
    SearchEvent.objects.add([*((PAGE, pk) for pk in pages), *others])


def _all_of(model: type[Model]) -> Iterable[int]:
    return model._default_manager.values_list("pk", flat=True)


def _note(find: Callable[[], Iterable[Identity]]) -> None:
    """Note what is found; while nothing is noted, nothing is looked for either."""
    if _noting.get():
        SearchEvent.objects.add(find())


def identity(item: Model) -> Identity:
    """Return how the outbox names an object."""
    return (PAGE if isinstance(item, Page) else item._meta.label_lower), item.pk


def subtree(page: Page) -> list[Identity]:
    """Return a page and everything below it."""
    below = Page.objects.filter(path__startswith=page.path)
    return [(PAGE, pk) for pk in below.values_list("pk", flat=True)]


def referring(item: Model) -> list[Identity]:
    """Return the objects that show this one, in all languages."""
    return _identities({*ReferenceIndex.get_references_to(item).values_list("base_content_type", "object_id")})


def around(page: Page) -> list[Identity]:
    """Return a page, the objects that show it and those it points at, in all languages: facts are shown on all.

    What it points at lists it on its own page. One question finds both, and a second the pages in all languages.
    """
    rows = ReferenceIndex.get_references_to(page) | ReferenceIndex.get_references_for_object(page)
    ends = rows.values_list("base_content_type", "object_id", "to_content_type", "to_object_id")
    return _identities({end for row in ends for end in (row[:2], row[2:])}, page.pk)


def _identities(rows: set[tuple[int, str]], *page_ids: int) -> list[Identity]:
    """Return what rows of the reference index name, and pages beside, with the translations of pages."""
    found, on_pages = [], set(page_ids)
    for content_type_id, pk in rows:
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is not None and issubclass(model, Page):
            on_pages.add(int(pk))
        elif model in findable_models():
            found.append((model._meta.label_lower, int(pk)))
    pages = in_all_languages(on_pages) if on_pages else []
    return [*found, *((PAGE, pk) for pk in pages)]


@prepared("bigint")
def in_all_languages(pages: Any) -> Any:
    """Return the keys of pages and their translations."""
    keys = Page.objects.filter(pk__in=pages).values("translation_key")
    return Page.objects.filter(translation_key__in=keys).order_by().values_list("pk", flat=True)


@receiver(page_published)
@receiver(page_unpublished)
def note_page(instance: Page, **kwargs: Any) -> None:
    """Note a page that came or went, its translations, and the pages that show it or that it shows."""
    _note(lambda: [*around(instance), *listing(instance)])


@receiver(pre_save)
def note_new_address(instance: Model, update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
    """Note everything below a page whose address changes, by a new slug or a move.

    Wagtail's own signals for both come only after the transaction, where a crash would lose them.
    """
    if not isinstance(instance, Page) or instance.pk is None or (update_fields and "url_path" not in update_fields):
        return
    moved = Page.objects.filter(pk=instance.pk).exclude(url_path=instance.url_path)
    _note(lambda: subtree(instance) if moved.exists() else [])


@receiver([post_save, post_delete], sender=PageViewRestriction)
def note_restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Note everything that became private or public."""
    page = Page.objects.filter(pk=instance.page_id).first()  # gone when the page itself is being deleted
    SearchEvent.objects.add(subtree(page) if page else [])


@receiver(post_save)
def note_saved(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Note a saved page (copies and aliases send no other signal), partner, snippet or file."""
    if isinstance(instance, Page):
        _note(lambda: [(PAGE, instance.pk)])
    elif watched(sender):
        _note(lambda: [*_own(instance), *shown_by(instance)])


@receiver(pre_delete)
def note_deleting(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Note an object that is about to go while it is still known who shows it."""
    if isinstance(instance, Page):
        SearchEvent.objects.add([(PAGE, instance.pk), *shown_by(instance)])
    elif watched(sender):
        SearchEvent.objects.add([*_own(instance), *shown_by(instance)])


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
def note_collection(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    """Note the files in a collection that became private or public, with the collections below it."""
    collections = instance.collection.get_descendants(inclusive=True)
    model = get_document_model()
    files = model.objects.filter(collection__in=collections).values_list("pk", flat=True)
    SearchEvent.objects.add([(model._meta.label_lower, pk) for pk in files])


def findable_models() -> tuple[type[Model], ...]:
    """Return the models beside pages whose objects have documents of their own."""
    return (*document_models(), get_document_model())


def watched(model: type[Model]) -> bool:
    """Return whether pages show objects of this model by name."""
    return model in findable_models() or model is Partner or model in get_snippet_models()


def _own(item: Model) -> list[Identity]:
    return [identity(item)] if type(item) in findable_models() else []


def shown_by(item: Model) -> list[Identity]:
    """Return the objects whose documents hold something of this one."""
    if isinstance(item, Partner):
        return [
            (PAGE, pk)
            for pk in apps.get_model("portal", "PortalPage").objects.filter(partner=item).values_list("pk", flat=True)
        ]
    return [*referring(item), *listing(item)]


def listing(item: Model) -> list[Identity]:
    """Return the pages that list objects of this model, themselves or in a view below them."""
    label = (item.specific_class if isinstance(item, Page) else type(item))._meta.label
    kinds = [model for model in get_page_models() if label in getattr(model, "views_show", ())]
    found = Page.objects.filter(content_type__in=ContentType.objects.get_for_models(*kinds).values())
    return [(PAGE, pk) for pk in found.values_list("pk", flat=True)] if kinds else []
