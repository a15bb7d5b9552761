"""How every part is doing, for monitoring and for the core team: what is behind tells more than visitors need."""

import secrets

from django.conf import settings
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from portal.core.away import NOT_KEPT, SECONDS_TO_RETRY
from portal.core.metrics import CONTENT_TYPE, exposition
from portal.core.probes import READY, WATCHED, are_well, look
from portal.partners.access.policy import access_of

BEARER = "Bearer "
REFUSED: dict[str, object] = {"error": "for the core team, or with the token of HEALTH_TOKEN"}


@non_atomic_requests
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Return a word per part: 200 when all are well, else 503; 403 for who shows no token and is not of the core team.

    The database may be away: a token is asked first, as a session is kept there.
    """
    if not _may(request):
        return _answer(REFUSED, 403)
    found = look({**READY, **WATCHED})
    is_well = are_well(found)
    return _answer({"ok": is_well, "parts": found}, 200 if is_well else 503)


@non_atomic_requests
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Return the figures of all parts and of the requests of all web workers, for the same people."""
    if not _may(request):
        return _answer(REFUSED, 403)
    return HttpResponse(exposition(), headers={"Content-Type": CONTENT_TYPE, "Cache-Control": NOT_KEPT})


def _may(request: HttpRequest) -> bool:
    return _has_token(request) or access_of(request.user).is_core


def _has_token(request: HttpRequest) -> bool:
    shown = request.headers.get("Authorization", "")
    if not settings.HEALTH_TOKEN or not shown.startswith(BEARER):
        return False
    return secrets.compare_digest(shown.removeprefix(BEARER).encode(), settings.HEALTH_TOKEN.encode())


def _answer(found: dict[str, object], status: int) -> JsonResponse:
    answer = JsonResponse(found, status=status)
    answer["Cache-Control"] = NOT_KEPT
    if status == 503:
        answer["Retry-After"] = str(SECONDS_TO_RETRY)
    return answer
