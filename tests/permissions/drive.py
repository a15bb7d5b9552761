"""The same actions on the real site, through the screens of the admin, and what the site then answers."""

import re
from http.cookies import SimpleCookie
from typing import Any

from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page

from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.partners.assignment import assign, withdraw
from portal.partners.models import Partner
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from tests.factories import build_house, in_english, make_location, make_partner, make_standard
from tests.permissions import oracle
from tests.permissions.oracle import Firm, Key, Model, Person, Sheet

FIRMS = {"a": "formeel", "b": "formeel", "j": "verkennend"}
"""Two formal partners and one that explores; the second has no English space at first."""

PEOPLE = [
    Person("technical", core="technical"),
    Person("admin", core="admin"),
    Person("core", core="editor"),
    Person("anna", roles={"a": oracle.EDITOR}),
    Person("ari", roles={"a": oracle.AUTHOR}),
    Person("bo", roles={"b": oracle.EDITOR, "a": oracle.TRANSLATOR}),
    Person("jo", roles={"j": oracle.EDITOR, "b": oracle.AUTHOR}),
    Person("nina"),
]

ROLES = {oracle.AUTHOR: Role.AUTHOR, oracle.EDITOR: Role.EDITOR, oracle.TRANSLATOR: Role.TRANSLATOR}
CORE = {"admin": Role.CORE_ADMIN, "editor": Role.CORE_EDITOR}


LISTED = re.compile(r"(?:/admin/pages/|data-id=\")(\d+)[/\"]")
"""The number of a page in a list of the explorer or of a chooser."""


class Site:
    """The real site, with the people and partners of the model."""

    def __init__(self) -> None:
        self.users: dict[str, int] = {}
        self.clients: dict[str, Client] = {}
        self.cookies: dict[str, dict[str, str]] = {}
        self.keys: dict[str, str] = {}
        self.fields: dict[str, Any] = {}
        self.english = Locale.objects.get(language_code="en")

    def begin(self) -> None:
        """Let everybody be signed in as they were at first; what happened since was taken back."""
        self.keys.clear()

    def ask(self, person: Person, view: str, /, *arguments: Any, question: str = "", **sent: Any) -> Any:
        """Open a screen of the admin as somebody, or send a form to it.

        Whose roles change gets a new key for the session, which a browser keeps; nobody signs out meanwhile.
        """
        client = self.clients[person.name]
        client.cookies = SimpleCookie(self.cookies[person.name])
        if person.name in self.keys:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.keys[person.name]
        address = reverse(view, args=arguments) + question
        answer = client.post(address, sent) if sent else client.get(address)
        if key := client.cookies[settings.SESSION_COOKIE_NAME].value:
            self.keys[person.name] = key
        return answer

    # Facts and rights, as the site keeps them.

    def facts(self) -> dict[Key, tuple[str, bool, bool, Key | None]]:
        """Return every page in a space: whose it is, live or not, a space or not, and what it follows."""
        pages = PortalPage.objects.exclude(partner=None).select_related("locale", "partner", "alias_of__locale")
        return {
            key_of(page): (page.partner.slug, page.live, page.is_space, page.alias_of and key_of(page.alias_of))
            for page in pages
        }

    def partners(self) -> dict[str, tuple[bool, bool]]:
        """Return of each partner whether it is formal and whether it left."""
        rows = Partner.objects.values_list("slug", "formality", "archived")
        return {slug: (formality == "formeel", archived) for slug, formality, archived in rows}

    def rights(self, people: list[Person]) -> dict[tuple[str, Key], tuple[bool, bool, bool]]:
        """Return for every person and page: may change, may publish, may delete."""
        pages = list(PortalPage.objects.exclude(partner=None).select_related("locale").prefetch_workflow_states())
        users = {user.pk: user for user in User.objects.all()}
        found = {}
        for person in people:
            for page in pages:
                may = page.permissions_for_user(users[self.users[person.name]])
                found[person.name, key_of(page)] = (may.can_edit(), may.can_publish(), may.can_delete())
        return found

    def page(self, key: Key) -> Any:
        """Return a page of the model as it is on the site."""
        return Page.objects.get(locale__language_code=key[0], slug=key[1], depth__gt=3)

    def space(self, firm: str, language: str) -> Any:
        """Return the page of a space, or None."""
        return Partner.objects.get(slug=firm).spaces.filter(locale__language_code=language).first()

    # Actions, each through the screen that does it.

    def move(self, person: Person, sheet: Sheet, firm: str) -> None:
        """Move a page to another space."""
        if target := self.space(firm, sheet.language):
            self.ask(person, "wagtailadmin_pages:move_confirm", self.page(sheet.key).pk, target.pk, yes="1")

    def alias(self, person: Person, sheet: Sheet, firm: str, slug: str) -> None:
        """Copy a page as an alias."""
        target = self.space(firm, sheet.language)
        if target is not None and not sheet.space and not sheet.follows:
            sent = {"new_title": slug, "new_slug": slug, "new_parent_page": target.pk, "alias": "on"}
            self.ask(person, "wagtailadmin_pages:copy", self.page(sheet.key).pk, **sent)

    def translate(self, person: Person, sheet: Sheet) -> None:
        """Ask for an English translation."""
        if sheet.language == oracle.DUTCH and not sheet.follows:
            page = self.page(sheet.key).pk
            self.ask(person, "wagtail_localize:submit_page_translation", page, locales=[self.english.pk])

    def publish(self, person: Person, sheet: Sheet) -> None:
        """Publish from the list."""
        question = f"?id={self.page(sheet.key).pk}&next=/admin/"
        self.ask(person, "wagtail_bulk_action", "wagtailcore", "page", "publish", question=question, yes="1")

    def unpublish(self, person: Person, sheet: Sheet) -> None:
        """Take a page offline."""
        if not sheet.space:
            self.ask(person, "wagtailadmin_pages:unpublish", self.page(sheet.key).pk, yes="1")

    def delete(self, person: Person, sheet: Sheet) -> None:
        """Delete a page."""
        self.ask(person, "wagtailadmin_pages:delete", self.page(sheet.key).pk, yes="1")

    def edit(self, person: Person, sheet: Sheet, words: str) -> bool:
        """Save a draft with other words; return whether they were kept."""
        page = self.page(sheet.key).specific
        revision = page.latest_revision
        sent = {
            **self.fields,
            "title": page.title,
            "slug": page.slug,
            "summary": words,
            "loaded_revision_id": revision.pk if revision else "",
            "loaded_revision_created_at": revision.created_at.isoformat() if revision else "",
        }
        self.ask(person, "wagtailadmin_pages:edit", page.pk, **sent)
        return bool(self.page(sheet.key).get_latest_revision_as_object().summary == words)

    def archive(self, person: Person, firm: str) -> None:
        """Let a partner leave, on its screen."""
        self.ask(person, "partner_leaving", Partner.objects.get(slug=firm).pk, what="archive")

    def bring_back(self, person: Person, firm: str) -> None:
        """Let a partner take part again, on its screen."""
        self.ask(person, "partner_leaving", Partner.objects.get(slug=firm).pk, what="bring-back")

    def formality(self, person: Person, firm: str, formal: bool) -> None:
        """Change the record of a partner."""
        partner = Partner.objects.get(slug=firm)
        sent = {"name": partner.name, "slug": firm, "kind": partner.kind, "sectors": "vo", "linked_to": ""}
        sent["formality"] = "formeel" if formal else "informeel"
        self.ask(person, "wagtailsnippets_portal_partner:edit", partner.pk, **sent)

    def regroup(self, person: Person, firm: str, role: str) -> None:
        """Give somebody another role, or none."""
        user, partner = User.objects.get(pk=self.users[person.name]), Partner.objects.get(slug=firm)
        if role:
            assign(user, partner, ROLES[role])
        else:
            withdraw(user, partner)

    def activate(self, person: Person, active: bool) -> None:
        """Deactivate an account, or activate it again."""
        User.objects.filter(pk=self.users[person.name]).update(is_active=active)

    # What a person meets on screens.

    def explored(self, person: Person, firm: str, language: str) -> set[Key] | None:
        """Return the pages that the explorer lists in a space; None when it does not open."""
        answer = self.ask(person, "wagtailadmin_explore", self.space(firm, language).pk)
        return self._listed(answer, firm) if answer.status_code == 200 else None

    def offered(self, person: Person, firm: str, language: str) -> set[Key] | None:
        """Return the pages that the chooser offers in a space; None when it does not open."""
        answer = self.ask(person, "wagtailadmin_choose_page_child", self.space(firm, language).pk)
        return self._listed(answer, firm) if answer.status_code == 200 else None

    def opens(self, person: Person, sheet: Sheet, screen: str) -> bool:
        """Whether a screen about a page opens."""
        return bool(self.ask(person, f"wagtailadmin_pages:{screen}", self.page(sheet.key).pk).status_code == 200)

    def _listed(self, answer: Any, firm: str) -> set[Key]:
        """Return the pages on a screen about a space, without that space itself, to which the heading leads."""
        numbers = set(map(int, LISTED.findall(answer.content.decode())))
        pages = PortalPage.objects.filter(pk__in=numbers).exclude(partner=None).select_related("locale")
        return {key_of(page) for page in pages} - {(language, firm) for language in (oracle.DUTCH, oracle.ENGLISH)}


def key_of(page: Any) -> Key:
    """Return how the model calls a page."""
    return page.locale.language_code, page.slug


def build() -> tuple[Site, Model]:
    """Build the site and the model that says what it should answer; call it in a database of its own."""
    house = build_house()
    in_english(house.locations)
    provision_core_team()
    sheets: dict[Key, Sheet] = {}
    for letter, formality in FIRMS.items():
        partner = make_partner(letter, name=f"Partner {letter}", formality=formality)
        space = make_location(house.locations, letter, represents=partner)
        pages = [space, *(make_standard(space, f"{letter}-{name}") for name in ("live", "draft", "both"))]
        pages[2].unpublish()
        if letter != "b":
            pages += [in_english(page) for page in (space, pages[3])]
        for page in pages:
            key = key_of(page)
            live = Page.objects.get(pk=page.pk).live
            sheets[key] = Sheet(key, letter, live, space=page.is_space)
    site = Site()
    for person in PEOPLE:
        admit(site, person)
    site.fields = form_of(site, sheets["nl", "a-draft"])
    firms = {letter: Firm(formality == "formeel") for letter, formality in FIRMS.items()}
    return site, Model({person.name: person for person in PEOPLE}, firms, sheets)


def admit(site: Site, person: Person) -> None:
    """Make somebody's account and sign in."""
    user = User.objects.create_user(f"{person.name}@example.org", first_name=person.name)
    User.objects.filter(pk=user.pk).update(is_superuser=person.core == "technical")
    if person.core in CORE:
        assign(user, None, CORE[person.core])
    for firm, role in person.roles.items():
        assign(user, Partner.objects.get(slug=firm), ROLES[role])
    client = Client(headers={"accept-language": "en"})
    client.force_login(User.objects.get(pk=user.pk))
    site.users[person.name], site.clients[person.name] = user.pk, client
    site.cookies[person.name] = {name: morsel.value for name, morsel in client.cookies.items()}


def form_of(site: Site, sheet: Sheet) -> dict[str, Any]:
    """Return the hidden fields and counts of the form of a standing page, which differ per page in nothing."""
    answer = site.ask(PEOPLE[0], "wagtailadmin_pages:edit", site.page(sheet.key).pk)
    fields = BeautifulSoup(answer.content, "html.parser").select("form[data-edit-form] input[type=hidden][name]")
    kept = {field["name"]: field.get("value", "") for field in fields if "__prefix__" not in field["name"]}
    return {str(name): value for name, value in kept.items() if "csrf" not in name} | {"body-count": "0"}
