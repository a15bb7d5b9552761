"""When a part the portal stands on is away: an honest answer in place of an error, which asks no part for anything."""

import errno
import sys
from typing import Any

from django.conf import settings
from django.db import InterfaceError, InternalError, OperationalError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe
from django.views.defaults import server_error as broken
from prometheus_client import Counter
from redis import exceptions as redis
from wagtail.models import Page, Site

from portal.core.navigation import last_menu

SECONDS_TO_RETRY = 60

NOT_KEPT = "no-store"
"""What caches are told: the next answer may be another."""

PARTS = (OperationalError, InterfaceError, redis.ConnectionError, redis.TimeoutError)
"""What PostgreSQL and Redis being away looks like: no connection, or one that ended meanwhile."""

READ_ONLY = "25006"
"""What PostgreSQL says that takes nothing new: one that stands by, or that was closed before its disk is full."""

FORMS_REFUSED = Counter("portal_forms_refused", "Forms that were sent while what is in them could not be saved.")

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
"""What a disk says that takes no more."""


def is_away(error: BaseException | None) -> bool:
    """Whether an error means that a part is away for now, and not that the portal itself is wrong."""
    if isinstance(error, PARTS):
        return True
    if isinstance(error, InternalError):
        return getattr(error.__cause__, "sqlstate", "") == READ_ONLY
    return isinstance(error, OSError) and error.errno in FULL


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer for an error that nobody caught: 503 when a part is away, else 500."""
    return away(request) if is_away(sys.exc_info()[1]) else broken(request)


def away(request: HttpRequest) -> HttpResponse:
    """Say in the language of the address that the page will be back, with a menu; to a program in one line.

    The menu is what this process showed last; one that showed none yet leads to the front page and to search. Who sent
    a form gets it back as it was sent, to send it again.
    """
    if request.method not in ("GET", "HEAD", "OPTIONS"):  # the translation screen sends a PUT
        FORMS_REFUSED.inc()
    language = language_of(request)
    with translation.override(language):
        if is_for_people(request):
            context = {
                "menu": last_menu(language),
                "language": language,
                "address": request.get_full_path(),
                "fields": fields_sent(request),
                "had_file": bool(request.FILES),
            }
            response = HttpResponse(render_to_string("portal/away.html", context), status=503)
        else:
            response = _for_a_program(request)
    response["Retry-After"] = str(SECONDS_TO_RETRY)
    response["Cache-Control"] = NOT_KEPT
    return response


def _for_a_program(request: HttpRequest) -> HttpResponse:
    """Say it in one line; to a script that reads JSON, such as a form that saves by itself, in the way of Wagtail's."""
    text = translation.gettext("We will be right back. Please try again in a minute.")
    if request.accepts("application/json") and not request.accepts("text/plain"):
        return JsonResponse({"success": False, "error_code": "away", "error_message": text}, status=503)
    return HttpResponse(f"{text}\n", status=503, content_type="text/plain; charset=utf-8")


def fields_sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the fields of a form that was sent and did not arrive; none of one with a password, which is typed again.

    They go back to who sent them, and their token with them: what another site sends stays refused.
    """
    if any("password" in name.lower() for name in request.POST):
        return []
    return [(name, value) for name, values in request.POST.lists() for value in values]


def language_of(request: HttpRequest) -> str:
    """Return the language of the address; below none, the one that the editor at work chose, if that is known yet."""
    user: Any = getattr(request, "_cached_user", None)
    known = user._state.fields_cache.get("wagtail_userprofile") if isinstance(user, Model) else None
    chosen = known.preferred_language if known else ""
    return chosen if chosen in dict(settings.LANGUAGES) else language_in(request.path_info)


def language_in(path: str) -> str:
    """Return the language an address begins with; Dutch for one without."""
    first = path.strip("/").partition("/")[0]
    return first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def is_for_people(request: HttpRequest) -> bool:
    """Whether a browser shows the answer: not for files such as robots.txt and calendars, nor for scripts."""
    is_file = "." in request.path_info.rpartition("/")[2]
    is_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    return not is_file and not is_script and request.accepts("text/html")


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 when there is a site: the database answers and each language has a home page that is live.

    For whoever watches and for what starts the parts. 503 says in a line what is missing; Wagtail's welcome page on
    an empty database is no site.
    """
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    problem = _missing(site.root_page) if site else "there is no site: run manage.py bootstrap"
    response = HttpResponse(f"{problem or 'ok'}\n", status=503 if problem else 200, content_type="text/plain")
    response["Cache-Control"] = NOT_KEPT
    return response


def _missing(home: Page) -> str:
    if home.specific_class in (None, Page):
        return "the site has no home page: run manage.py bootstrap"
    live = set(home.get_translations(inclusive=True).filter(live=True).values_list("locale__language_code", flat=True))
    absent = [code for code, _name in settings.LANGUAGES if code not in live]
    return f"no home page that is live in: {', '.join(absent)}" if absent else ""
