"""The doorkeeper: asks the rule of an admin view before the view runs."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.views.defaults import page_not_found
from wagtail.admin.auth import permission_denied

from portal.access.doors import rule_of
from portal.access.who import access_of


class AdminDoorMiddleware:
    """Refuse what the rules in `portal.access.doors` do not allow, in the way Wagtail itself refuses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Stop somebody who may enter the admin, but not through this door; others are stopped by Wagtail."""
        if not request.path_info.startswith(reverse("wagtailadmin_home")):
            return None
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        assert request.resolver_match is not None
        access = access_of(request.user)
        try:
            may_pass = rule_of(request.resolver_match.view_name)(request, access, **kwargs)
        except ObjectDoesNotExist:
            # What does not exist (any more) is refused, so that a partner does not learn what once did.
            if access.is_core:
                return page_not_found(request, Http404(), template_name="wagtailadmin/404.html")
            may_pass = False
        return None if may_pass else permission_denied(request)
