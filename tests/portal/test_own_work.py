"""One person saves one page: in any order, twice, with answers that never arrive, in two tabs. No words are lost."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from home.models import StandardPage
from news.models import NewsPage
from portal.core.models.users import User
from portal.partners.assignment import assign
from portal.partners.provision import provision
from portal.partners.rights import Role
from tests.factories import House, make_standard
from tests.permissions.forms import fields_of
from tests.race_plugin import together

JSON = {"accept": "application/json"}
RUNS = settings().max_examples // 25
"""A request takes a quarter of a second; the deep profile tries many more."""
SECTORS = ("po", "vo", "mbo")
ELSEWHERE = "You saved a newer version of this page in another window."

Step = tuple[str, int, bool]
"""What happens, in which tab, and whether the browser hears the answer."""

steps = st.lists(
    st.tuples(
        st.sampled_from(["type", "row", "no row", "autosave", "save", "publish", "publish", "back", "reopen"]),
        st.integers(0, 1),
        st.booleans(),
    ),
    min_size=3,
    max_size=7,
)


@dataclass
class Tab:
    """What a tab of a browser holds: the address its form posts to, the fields, and what autosave told it."""

    address: str
    fields: dict[str, Any]
    own: str = ""
    before: list["Tab"] = field(default_factory=list)
    known: int = 0
    """How many saves there had been when the page of this tab came in."""

    def copy(self) -> "Tab":
        return Tab(self.address, dict(self.fields), self.own, list(self.before), self.known)


class Browser:
    """A person with two tabs, of one form or of two: one page, and no form replaces the words of another unasked."""

    def __init__(self, parent: Page, client: Client) -> None:
        self.parent, self.client, self.clock, self.words = parent, client, 1_000, 0
        self.saves: list[str] = []
        self.had = set(parent.get_children().values_list("pk", flat=True))
        opened = self.open(reverse("wagtailadmin_pages:add", args=["home", "standardpage", parent.pk]))
        opened.fields |= {"title": "Nieuw", "slug": "nieuw", "summary": "woorden 0"}
        self.tabs = [opened, opened.copy()]

    def open(self, address: str) -> Tab:
        fields = fields_of(self.client.get(address).content.decode(), address)
        return Tab(address, fields, known=len(self.saves))

    def is_overtaken(self, tab: Tab) -> bool:
        """Whether another form saved after this tab came in."""
        return any(key != tab.fields["form_key"] for key in self.saves[tab.known :])

    def pages(self) -> list[Page]:
        return list(self.parent.get_children().exclude(pk__in=self.had))

    def do(self, step: Step) -> None:
        kind, which, heard = step
        tab = self.tabs[which]
        self.clock += 1
        if kind == "type":
            self.words += 1
            tab.fields["summary"] = f"woorden {self.words}"
        elif kind == "row":
            self.add_row(tab)
        elif kind == "no row":
            for position in range(int(tab.fields["sectors-TOTAL_FORMS"])):
                tab.fields[f"sectors-{position}-DELETE"] = "on"
        elif kind == "autosave":
            self.autosave(tab, heard)
        elif kind in ("save", "publish"):
            self.press(which, kind, heard)
        elif kind == "back" and tab.before:
            self.tabs[which] = tab.before[-1].copy()
        elif kind == "reopen" and (made := self.pages()):
            self.tabs[which] = self.open(reverse("wagtailadmin_pages:edit", args=[made[0].pk]))

    @staticmethod
    def add_row(tab: Tab) -> None:
        here = int(tab.fields["sectors-TOTAL_FORMS"])
        if here < len(SECTORS):
            row = {"code": SECTORS[here], "id": "", "ORDER": str(here + 1), "DELETE": ""}
            tab.fields |= {f"sectors-{here}-{name}": value for name, value in row.items()}
            tab.fields["sectors-TOTAL_FORMS"] = str(here + 1)

    def autosave(self, tab: Tab, heard: bool) -> None:
        sent = {**tab.fields, "typed_at": str(self.clock)} | ({"overwrite_revision_id": tab.own} if tab.own else {})
        answer = self.client.post(tab.address, sent, headers=JSON)
        if self.is_overtaken(tab):
            assert answer.json()["error_code"] == "invalid_revision"
            return
        assert answer.status_code == 200, answer.content.decode()
        self.agrees(sent)
        if heard:
            said = answer.json()
            tab.own, tab.address = str(said["revision_id"]), said.get("url", tab.address)
            tab.fields |= said["field_updates"]

    def press(self, which: int, action: str, heard: bool) -> None:
        tab = self.tabs[which]
        sent = {**tab.fields, "typed_at": str(self.clock)} | ({"action-publish": "1"} if action == "publish" else {})
        answer = self.client.post(tab.address, sent)
        if self.is_overtaken(tab):
            self.is_asked(tab, answer, heard)
            return
        assert answer.status_code == 302, said_on(answer)
        self.agrees(sent)
        if action == "publish":
            assert StandardPage.objects.get(pk=self.pages()[0].pk).summary == sent["summary"]
        if heard:
            self.tabs[which] = self.open(reverse("wagtailadmin_pages:edit", args=[self.pages()[0].pk]))
            self.tabs[which].before = [tab]

    def is_asked(self, tab: Tab, answer: Any, heard: bool) -> None:
        """Read that another window saved the page; with that answer the words of this one may replace it."""
        assert answer.status_code == 200
        shown = answer.content.decode()
        assert ELSEWHERE in shown
        address = reverse("wagtailadmin_pages:edit", args=[self.pages()[0].pk])
        fields = fields_of(shown, address)
        assert fields["summary"] == tab.fields["summary"]
        if heard:
            tab.address, tab.fields, tab.own, tab.known = address, fields, "", len(self.saves)

    def agrees(self, sent: dict[str, Any]) -> None:
        self.saves.append(sent["form_key"])
        [made] = self.pages()
        latest = made.get_latest_revision_as_object()
        assert latest.summary == sent["summary"]
        rows = range(int(sent["sectors-TOTAL_FORMS"]))
        kept = [sent[f"sectors-{row}-code"] for row in rows if not sent.get(f"sectors-{row}-DELETE")]
        assert [row.code for row in latest.sectors.all()] == kept


def said_on(answer: Any) -> str:
    form = answer.context["form"]
    return f"{form.errors} {[(name, rows.errors) for name, rows in form.formsets.items() if rows.errors]}"


def signed_in(name: str) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(User.objects.create_superuser(f"{name}@example.org", "een-lang-wachtwoord"))
    return client


@pytest.fixture
def sam(db: None) -> Client:
    return signed_in("sam")


# A sequence is short enough to read as it was found; making it shorter takes minutes.
@settings(
    max_examples=RUNS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(sequence=steps)
@example(sequence=[("autosave", 0, False), ("type", 0, True), ("publish", 0, True)])
@example(sequence=[("row", 0, True), ("autosave", 0, False), ("row", 0, True), ("publish", 0, False)])
@example(
    sequence=[("publish", 0, False), ("publish", 0, False), ("save", 1, True), ("back", 1, True), ("save", 1, True)]
)
@example(sequence=[("row", 0, True), ("save", 0, True), ("reopen", 1, True), ("no row", 1, True), ("save", 1, True),
                   ("publish", 0, True), ("publish", 0, True)])  # fmt: skip
@example(
    sequence=[("autosave", 0, True), ("reopen", 1, True), ("type", 0, True), ("autosave", 0, True), ("save", 1, False),
              ("autosave", 1, True), ("save", 1, True), ("save", 1, True), ("autosave", 0, True)])  # fmt: skip
def test_any_order_ends_in_one_page_with_the_last_words(house: House, sam: Client, sequence: list[Step]) -> None:
    with transaction.atomic():
        browser = Browser(house.about, sam)
        for step in sequence:
            browser.do(step)
        transaction.set_rollback(True)


def test_a_slow_autosave_does_not_undo_newer_words(house: House, sam: Client) -> None:
    browser = Browser(house.about, sam)
    tab = browser.tabs[0]
    browser.do(("autosave", 0, True))
    late = {**tab.fields, "typed_at": "2000", "overwrite_revision_id": tab.own}
    sam.post(tab.address, {**tab.fields, "summary": "Nieuwer", "typed_at": "3000", "action-publish": "1"})

    answer = sam.post(tab.address, {**late, "summary": "Ouder"}, headers=JSON)

    assert answer.json()["success"]
    [made] = browser.pages()
    assert made.get_latest_revision_as_object().summary == "Nieuwer"
    assert not made.has_unpublished_changes


def test_a_page_handed_in_twice_is_handed_in_once(school: Any) -> None:
    writer = User.objects.create_user("sam@tien.example", "een-lang-wachtwoord")
    provision(school.represents)
    assign(writer, school.represents, Role.AUTHOR)
    page = NewsPage(title="Nieuw nieuws", slug="nieuw-nieuws", live=False, owner=writer, locale=school.locale)
    school.add_child(instance=page)
    page.save_revision(user=writer)
    client = Client(headers={"accept-language": "en"})
    client.force_login(writer)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    sent = {**fields_of(client.get(address).content.decode(), address), "action-submit": "1", "summary": "Klaar"}

    answers = [client.post(address, sent) for _press in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert page.workflow_states.count() == 1
    assert Page.objects.get(pk=page.pk).get_latest_revision_as_object().summary == "Klaar"


def test_no_one_chooses_the_key_of_a_new_page(house: House, sam: Client) -> None:
    other = make_standard(house.about, "visie")
    noor = signed_in("noor")
    theirs = Browser(house.about, noor).tabs[0]
    keys = {theirs.fields["form_key"], str(other.translation_key), other.translation_key.hex, "", "x" * 9000}
    for count, key in enumerate(sorted(keys)):
        mine = Browser(house.about, sam).tabs[0]
        words = {"title": "Mijn", "slug": f"mijn-{count}", "form_key": key}
        assert sam.post(mine.address, {**mine.fields, **words}).status_code == 302
        made = Page.objects.get(slug=f"mijn-{count}")
        assert made.translation_key != other.translation_key
        assert made.owner.email == "sam@example.org"


def test_somebody_elses_change_to_a_page_just_made_is_noticed(house: House, sam: Client) -> None:
    browser = Browser(house.about, sam)
    browser.do(("autosave", 0, False))
    [made] = browser.pages()
    noor = signed_in("noor")
    address = reverse("wagtailadmin_pages:edit", args=[made.pk])
    fields = fields_of(noor.get(address).content.decode(), address)
    assert noor.post(address, {**fields, "summary": "Van Noor"}).status_code == 302

    tab = browser.tabs[0]
    answer = sam.post(tab.address, {**tab.fields, "summary": "Van Sam", "action-publish": "1"})

    assert "Somebody else saved this page" in answer.content.decode()
    assert "Van Sam" in answer.content.decode()
    assert browser.pages()[0].get_latest_revision_as_object().summary == "Van Noor"
    assert sam.post(tab.address, tab.fields, headers=JSON).json()["error_code"] == "invalid_revision"


def test_two_requests_of_one_form_at_the_same_moment_make_one_page(committed_house: House) -> None:
    browser = Browser(committed_house.about, signed_in("sam"))
    tab = browser.tabs[0]
    clients = [Client(headers={"accept-language": "en"}) for _ in range(3)]
    for client in clients:
        client.cookies = browser.client.cookies
    connection.close()

    answers = together(
        lambda: clients[0].post(tab.address, tab.fields, headers=JSON),
        lambda: clients[1].post(tab.address, {**tab.fields, "action-publish": "1"}),
        lambda: clients[2].post(tab.address, {**tab.fields, "action-publish": "1"}),
    )

    assert [answer.status_code for answer in answers] == [200, 302, 302]
    [made] = browser.pages()
    assert made.live
