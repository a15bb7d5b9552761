"""Asks the rule of a view of the admin before the view runs."""

import traceback
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest, ObjectDoesNotExist
from django.db.models import IntegerField
from django.http import Http404, HttpRequest, HttpResponseBadRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _
from django.views.defaults import page_not_found
from wagtail.admin.auth import permission_denied

from portal.core.view_paths import path_to
from portal.partners.access.ids import refuse_odd_numbers
from portal.partners.access.policy import access_of
from portal.partners.access.rules import RefusedError
from portal.partners.access.view_rules import rule_of


class ViewRuleMiddleware:
    """Refuse what the rules in `portal.partners.access.view_rules` do not allow, in the way Wagtail itself refuses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[object, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Stop somebody who may enter the admin, but not this view; others are stopped by Wagtail."""
        if not _in_admin(request):
            return None
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        assert request.resolver_match is not None
        access, name = access_of(request.user), request.resolver_match.view_name
        try:
            refuse_odd_numbers(request, name, kwargs)
            may_pass = rule_of(name)(request, access, **kwargs)
        except BadRequest:
            return _bad_request()
        except RefusedError as refusal:
            messages.error(request, str(refusal))
            return redirect("wagtailadmin_home")
        except ObjectDoesNotExist:
            # What does not exist (any more) is refused, so that a partner does not learn what once did.
            if access.is_core:
                return page_not_found(request, Http404(), template_name="wagtailadmin/404.html")
            may_pass = False
        return None if may_pass else permission_denied(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Answer what no form of the admin sends: a field is missing, or a text stands where a key should."""
        odd = isinstance(exception, MultiValueDictKeyError) or _is_refused_key(exception)
        if odd and _in_admin(request):
            return _bad_request()
        return None


def _in_admin(request: HttpRequest) -> bool:
    return request.path_info.startswith(path_to("wagtailadmin_home"))


def _is_refused_key(exception: Exception) -> bool:
    """Whether Django's own field for keys refused a text: the views of Wagtail hand over what a browser sent."""
    frames = list(traceback.walk_tb(exception.__traceback__))
    return bool(frames) and frames[-1][0].f_code is IntegerField.get_prep_value.__code__


def _bad_request() -> HttpResponseBadRequest:
    """Refuse in the reader's language what cannot be meant."""
    text = _("This address or form is not complete, or does not say which page, image or document it is about.")
    return HttpResponseBadRequest(text, content_type="text/plain; charset=utf-8")
