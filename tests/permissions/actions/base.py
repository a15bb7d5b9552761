"""One way to write, and the words to say it in."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from portal.partners.rights import Role
from tests.permissions.forms import fields_of
from tests.permissions.world import World

Bundle = SimpleNamespace
Data = dict[str, Any]
URLENCODED = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Action:
    """One way to write.

    `where` gives the address; `form` the address of a page with the form to fill in, as somebody who may see it;
    `data` what is changed in that form, or all that is sent.
    """

    name: str
    where: Callable[[Bundle], str]
    form: Callable[[Bundle], str] | None = None
    data: Callable[[Bundle], Any] = lambda bundle: {}
    method: str = "post"
    kind: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def send(self, world: World, role: Role, bundle: Bundle) -> Any:
        """Do it as somebody."""
        return world.ask(role, self.where(bundle), self.method, **self.sent(bundle, self.filled_in(world, bundle)))

    def sent(self, bundle: Bundle, form: Data) -> dict[str, Any]:
        """Return what goes along with the request: the fields of the form, with what this changes in them."""
        changes: Any = self.data(bundle)
        data: Any = changes if isinstance(changes, str) else {**form, **changes}
        more: dict[str, Any] = {"headers": self.headers} if self.headers else {}
        if self.kind == URLENCODED:
            return {"data": urlencode(data, doseq=True), "content_type": self.kind, **more}
        if self.kind:
            return {"data": data, "content_type": self.kind, **more}
        return {"data": data, **more}

    def filled_in(self, world: World, bundle: Bundle) -> Data:
        """Return the fields of the form, read once per address as a superuser."""
        if self.form is None:
            return {}
        address = self.form(bundle)
        if address not in world.forms:
            html = world.ask(Role.SUPERUSER, address).content.decode()
            world.forms[address] = {}
            # The editor of a translation draws its form in the browser; what an action itself sends is all there is.
            with suppress(LookupError):
                world.forms[address] = fields_of(html, address.partition("?")[0])
        return world.forms[address]


def at(name: str, *arguments: Callable[[Bundle], Any] | Any) -> Callable[[Bundle], str]:
    """Return the address of a view for an owner; arguments are values or read from what the owner has."""
    return lambda bundle: reverse(name, args=[value(bundle) if callable(value) else value for value in arguments])


def has(*path: str) -> Callable[[Bundle], Any]:
    """Read the key of something an owner has."""

    def read(bundle: Bundle) -> Any:
        found: Any = bundle
        for name in path:
            found = found[name] if isinstance(found, dict) else getattr(found, name)
        return getattr(found, "pk", found)

    return read


def asked(where: Callable[[Bundle], str], question: Callable[[Bundle], str]) -> Callable[[Bundle], str]:
    """Add what stands behind the question mark."""
    return lambda bundle: f"{where(bundle)}?{question(bundle)}"


def same(name: str, view: str, /, *arguments: Any, **changes: Any) -> Action:
    """Return the action of sending the form of a page to the page itself."""
    where = at(view, *arguments)
    return Action(name, where, where, lambda bundle: dict(changes))


def plain(name: str, view: str, /, *arguments: Any, **data: Any) -> Action:
    """Return the action of sending these fields, values or read from what the owner has, to a view."""
    return Action(name, at(view, *arguments), None, lambda bundle: _values(data, bundle))


def _values(data: Data, bundle: Bundle) -> Data:
    return {name: value(bundle) if callable(value) else value for name, value in data.items()}


def task_of(bundle: Bundle) -> int:
    """Return the step of a review that waits."""
    return int(bundle.review.current_workflow_task_state.pk)


def image_file() -> SimpleUploadedFile:
    """Return a new image."""
    return SimpleUploadedFile("nieuw.png", get_test_image_file().file.getvalue(), "image/png")


def text_file() -> SimpleUploadedFile:
    """Return a new document."""
    return SimpleUploadedFile("nieuw.txt", b"nieuw")
