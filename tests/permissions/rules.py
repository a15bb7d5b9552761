"""The rule before a view: what the doorkeeper of the admin answers, asked in process before any view runs.

It is the portal's own middleware, on a request as the matrix would send it. Where it lets somebody through, Wagtail's
own checks follow, and only the whole request tells what comes of it.
"""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import Resolver404, resolve

from portal.core.models.users import User
from portal.partners.access.middleware import ViewRuleMiddleware
from portal.partners.rights import Role
from tests.permissions.actions import Action
from tests.permissions.outcomes import outcome
from tests.permissions.world import World

THROUGH = ""
"""The word of a door that lets somebody through, and of an address that has none."""


def _no_view(request: HttpRequest) -> HttpResponse:
    raise AssertionError("a rule is asked before the view, and no view runs")


@dataclass
class Doorkeeper:
    """Asks the rules as one role; what was asked before is not asked again."""

    world: World
    role: Role
    known: dict[str, str] = field(default_factory=dict)
    middleware: ViewRuleMiddleware = field(default_factory=lambda: ViewRuleMiddleware(_no_view))

    def __post_init__(self) -> None:
        person = self.world.people[self.role]
        self.person = AnonymousUser() if person is None else User.objects.get(pk=person.pk)

    def opens(self, address: str) -> str:
        """Return the word with which an address is refused, or `THROUGH`."""
        return self._asked("get", address, {})

    def does(self, action: Action, bundle: Any) -> str:
        """Return the same for a way to write, by what it changes in its form."""
        return self._asked(action.method, action.where(bundle), action.sent(bundle, {}))

    def _asked(self, method: str, address: str, sent: dict[str, Any]) -> str:
        key = f"{method} {address} {sent}"
        if key not in self.known:
            self.known[key] = self._ask(getattr(RequestFactory(), method)(address, **sent))
        return self.known[key]

    def _ask(self, request: Any) -> str:
        request.user = self.person
        request._messages = CookieStorage(request)  # a refusal says why
        try:
            request.resolver_match = match = resolve(request.path_info)
            answer = self.middleware.process_view(request, match.func, match.args, match.kwargs)
        except Resolver404:
            return THROUGH
        except PermissionDenied:
            return "denied"
        return THROUGH if answer is None else outcome(answer)
