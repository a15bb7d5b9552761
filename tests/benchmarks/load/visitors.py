"""Who uses the portal meanwhile: readers, searchers, and editors who save and publish."""

import random
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import requests

from tests.permissions.forms import fields_of

WORDS = [
    *("pedagogiek", "academie tien", "wat is een lab", "pabo", "zij-instroom", "onderzoek", "volgende week doorn"),
    *("career change", "differentieren", "hoe lang duurt het", "schoolsafari", "jaar 1", "pannenkoeken", "intervise"),
]
PATIENCE = 60
"""Seconds after which an answer no longer comes."""
SAVE = 5.0
"""Seconds between two saves of an editor, on average."""
READ = 1.0
"""Seconds between two pages of a reader, on average."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody got."""

    at: float
    what: str
    seconds: float
    status: int
    """0 where the connection was refused or broken."""
    path: str


@dataclass
class Book:
    """What everybody got, written down by all of them."""

    started: float = field(default_factory=time.monotonic)
    answers: list[Answer] = field(default_factory=list)
    saved: dict[int, str] = field(default_factory=dict)
    """The title that was last saved of each page, as its editor was told."""
    refused: list[bool] = field(default_factory=list)
    """Of each form that could not be saved, whether its editor got it back whole."""

    def asked(self, what: str, path: str, ask: Callable[[], requests.Response]) -> requests.Response | None:
        """Ask, and write down what came."""
        start = time.monotonic()
        try:
            answer = ask()
            status = answer.status_code
        except requests.RequestException:
            answer, status = None, 0
        end = time.monotonic()
        self.answers.append(Answer(start - self.started, what, end - start, status, path))
        return answer


@dataclass
class Person:
    """Somebody with a connection and an address of their own."""

    house: str
    book: Book
    number: int
    stop: threading.Event
    session: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.number)
        self.session.trust_env = False
        # The proxy in front of a server asks again when a connection that waited was closed; nothing stands here.
        self.session.headers.update({"Connection": "close", "X-Forwarded-For": f"192.0.2.{self.number % 250}"})

    def get(self, what: str, path: str) -> requests.Response | None:
        """Ask for a page."""
        return self.book.asked(what, path, lambda: self.session.get(self.house + path, timeout=PATIENCE))

    def post(self, what: str, path: str, form: dict[str, Any]) -> requests.Response | None:
        """Send a form; where it leads is not followed."""
        address = self.house + path
        more: dict[str, Any] = {"headers": {"Referer": address}, "timeout": PATIENCE, "allow_redirects": False}
        return self.book.asked(what, path, lambda: self.session.post(address, data=form, **more))

    def turns(self, seconds: float) -> Iterator[None]:
        """Take a turn every so many seconds on average, until all stop."""
        while not self.stop.wait(self.chance.expovariate(1 / seconds)):
            yield


def read(person: Person, paths: list[str]) -> None:
    """Read one page after another."""
    for _turn in person.turns(READ):
        person.get("read", person.chance.choice(paths))


def search(person: Person) -> None:
    """Search, and type for suggestions."""
    for _turn in person.turns(READ):
        words = person.chance.choice(WORDS)
        if person.chance.random() < 0.3:
            person.get("suggest", f"/nl/zoeken/suggesties?q={words[:5]}")
        else:
            person.get("search", f"/nl/zoeken/?q={words}")


def edit(person: Person, email: str, password: str, page: int, text: dict[str, str]) -> None:
    """Sign in, and save a page again and again; every fourth time it is published."""
    path, saves = f"/admin/pages/{page}/edit/", 0
    unsent: dict[str, Any] = {}
    for _turn in person.turns(SAVE):
        if unsent:
            unsent = _send(person, page, unsent)
            continue
        opened = person.get("open", path)
        if opened is None or not opened.ok:
            continue
        if urlsplit(opened.url).path != path:
            _sign_in(person, opened, email, password)
            continue
        saves += 1
        unsent = _save(person, page, fields_of(opened.text, path) | text, saves)


def _save(person: Person, page: int, form: dict[str, Any], saves: int) -> dict[str, Any]:
    title = re.sub(r" \(bewaard \d+\)$", "", form["title"]) + f" (bewaard {saves})"
    more = {"action-publish": "action-publish"} if saves % 4 == 0 else {}
    return _send(person, page, form | {"title": title} | more)


def _send(person: Person, page: int, form: dict[str, Any]) -> dict[str, Any]:
    """Send a form; return it as it came back, when it could not be saved."""
    path = f"/admin/pages/{page}/edit/"
    answer = person.post("publish" if "action-publish" in form else "save", path, form)
    if answer is not None and answer.status_code == 302:
        person.book.saved[page] = form["title"]
    if answer is None or answer.status_code != 503:
        return {}
    with suppress(LookupError):
        back = fields_of(answer.text, path)
        person.book.refused.append(back.items() >= {name: value for name, value in form.items() if value != []}.items())
        return back
    person.book.refused.append(False)
    return {}


def _sign_in(person: Person, opened: requests.Response, email: str, password: str) -> None:
    path = opened.url.removeprefix(person.house)
    person.post("sign in", path, fields_of(opened.text) | {"login": email, "password": password})
