"""The rules of the views of the admin: each says whether a person may pass with what the address names.

A rule gets the request, the answers about the person and the arguments of the view. It may raise
ObjectDoesNotExist: what is not there is nobody's; and RefusedError, to say why it refuses.
"""

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.http import HttpRequest
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from portal.core.models.pages import PortalPage
from portal.partners.access.ids import asked_numbers, asks_for_all, number, numbers_in_path
from portal.partners.access.policy import UserAccess
from portal.partners.access.tester import holds_space

PAGE_ARGUMENTS = ("page_id", "pk", "page_to_move_id", "destination_id", "parent_page_id")
"""Names under which Wagtail's addresses carry a page."""


class RefusedError(Exception):
    """A rule refuses and says why, to who knows what the address is about."""


def anyone(request: HttpRequest, access: UserAccess, **kwargs: Any) -> bool:
    """Open for everyone who may enter the admin; what is shown there is limited by Wagtail or by our views."""
    return True


def core(request: HttpRequest, access: UserAccess, **kwargs: Any) -> bool:
    """Open for the core team; Wagtail asks for the right on the model."""
    return access.is_core


def admins(request: HttpRequest, access: UserAccess, **kwargs: Any) -> bool:
    """Open for who decides about partners and accounts."""
    return access.is_admin


def technical(request: HttpRequest, access: UserAccess, **kwargs: Any) -> bool:
    """Open for superusers only."""
    return access.is_technical


def page_through_api(request: HttpRequest, access: UserAccess, pk: int, action_name: str) -> bool:
    """Do something with a page in Wagtail's own API: superusers only, and even they delete no space of a partner."""
    return access.is_technical and not (action_name == "delete" and holds_space(Page.objects.get(pk=pk)))


def nobody(request: HttpRequest, access: UserAccess, **kwargs: Any) -> bool:
    """Open for nobody."""
    return False


def own_page(request: HttpRequest, access: UserAccess, **kwargs: Any) -> bool:
    """Open when every page in the address is the person's concern."""
    keys = [key for name, key in numbers_in_path(kwargs).items() if name in PAGE_ARGUMENTS]
    return all(access.touches(Page.objects.get(pk=key)) for key in keys)


def own_original(request: HttpRequest, access: UserAccess, page_id: int) -> bool:
    """Open for the Dutch page of which one may change the facts."""
    page = PortalPage.objects.get(pk=page_id).specific
    return bool(page.owns_facts and page.permissions_for_user(access.user).can_edit())


def explorable(request: HttpRequest, access: UserAccess, parent_page_id: int | None = None) -> bool:
    """Open for pages on the way to one's own."""
    return access.is_core or parent_page_id is None or access.explores(Page.objects.get(pk=parent_page_id))


def choosable(request: HttpRequest, access: UserAccess, parent_page_id: int | None = None) -> bool:
    """Open below pages that everyone can read, and one's own."""
    if access.is_core or parent_page_id is None:
        return True
    page = Page.objects.get(pk=parent_page_id)
    return page.is_root() or access.sees(page)


def chosen_pages(request: HttpRequest, access: UserAccess) -> bool:
    """Open for pages that everyone can read, and one's own."""
    return access.is_core or all(access.sees(page) for page in Page.objects.filter(pk__in=asked_numbers(request)))


def central_list(request: HttpRequest, access: UserAccess, **kwargs: Any) -> bool:
    """Open for choosing from the central lists; a list of what belongs to partners is the core team's."""
    assert request.resolver_match is not None
    app_label, model_name = request.resolver_match.namespace.split("_", 1)[1].rsplit("_", 1)
    model = apps.get_model(app_label, model_name)
    return access.is_core or not any(field.name == "partner" for field in model._meta.get_fields())


def own_image(request: HttpRequest, access: UserAccess, **kwargs: Any) -> bool:
    """Open for images one may use."""
    return _own_media(request, access, get_image_model(), **kwargs)


def own_document(request: HttpRequest, access: UserAccess, **kwargs: Any) -> bool:
    """Open for documents one may use."""
    return _own_media(request, access, get_document_model(), **kwargs)


def bulk(request: HttpRequest, access: UserAccess, app_label: str, model_name: str, action: str) -> bool:
    """Do something with many at once: each of them is one's own; "all" only below a page of one's own."""
    if access.is_core:
        return True
    if asks_for_all(request):
        parent = request.GET.get("childOf")
        return model_name == "page" and parent is not None and access.touches(Page.objects.get(pk=number(parent)))
    if (app_label, model_name) == ("wagtailcore", "page"):
        return all(access.touches(page) for page in Page.objects.filter(pk__in=asked_numbers(request)))
    for model in (get_image_model(), get_document_model()):
        if (app_label, model_name) == (model._meta.app_label, model._meta.model_name):
            return _own_media(request, access, model)
    return False


def _own_media(request: HttpRequest, access: UserAccess, model: type[Model], **kwargs: Any) -> bool:
    keys = {*numbers_in_path(kwargs).values(), *asked_numbers(request)}
    return access.is_core or access.media(model).filter(pk__in=keys).count() == len(keys)
